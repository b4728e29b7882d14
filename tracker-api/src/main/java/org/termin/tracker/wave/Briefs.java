package org.termin.tracker.wave;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.pack.Packs;
import org.termin.tracker.Store.StoreClock;
import org.termin.tracker.http.Countries;
import org.termin.tracker.http.Zones;
import org.termin.tracker.open.Links;
import org.termin.tracker.open.RuleWords;
import org.termin.tracker.wave.WaveOutlooks.Line;
import org.termin.tracker.wave.WaveOutlooks.Outlook;
import org.termin.tracker.web.Say;

/** One sheet for a municipality or a ministry: what is to be expected, by which rule, and why. */
@Component
class Briefs {
  private static final int MOST_SOURCES = 8;

  private final Packs packs;
  private final WaveOutlooks outlooks;
  private final StoreClock clock;
  private final MessageSource texts;

  Briefs(Packs packs, WaveOutlooks outlooks, StoreClock clock, MessageSource texts) {
    this.packs = packs;
    this.outlooks = outlooks;
    this.clock = clock;
    this.texts = texts;
  }

  Brief of(Release release, CountryPack pack, Locale locale) {
    Say say = new Say(texts, locale);
    Country country = pack.rules().country();
    LocalDate today = Zones.today(country, clock.now());
    Outlook outlook = outlooks.of(release.waves(), say);
    LocalDate day = release.day();
    return new Brief(
        say.text("brief.title", Countries.name(country, locale)),
        numbers(release, say),
        peak(outlook, say),
        outlook.lines(),
        outlook.scenarios(),
        Rules.binding(pack, new RuleWords(say, today)),
        Practice.elsewhere(country, packs, today, locale).sentences(say),
        Links.sources(Rules.claims(pack), say).stream().limit(MOST_SOURCES).toList(),
        day == null ? null : say.text("brief.how", say.date(day), say.date(pack.rules().asOf())));
  }

  private static @Nullable String numbers(Release release, Say say) {
    Map<DocumentType, Integer> sums =
        release.waves().stream()
            .collect(
                Collectors.groupingBy(
                    wave -> Documents.of(wave.document()),
                    TreeMap::new,
                    Collectors.summingInt(Wave::households)));
    if (sums.isEmpty()) {
      return null;
    }
    String all =
        sums.entrySet().stream()
            .map(
                one ->
                    say.text("document." + one.getKey())
                        + " – "
                        + say.text("wave.cell", Integer.toString(one.getValue())))
            .collect(Collectors.joining(", "));
    return say.text("brief.numbers.lead", all);
  }

  private static @Nullable String peak(Outlook outlook, Say say) {
    Line most = outlook.busiest();
    return most == null
        ? null
        : say.text("brief.peak", most.period(), most.begin(), most.consultations());
  }
}

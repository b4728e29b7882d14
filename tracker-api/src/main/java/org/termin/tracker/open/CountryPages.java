package org.termin.tracker.open;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.Language;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.rule.GroundQuestion;
import org.termin.guidance.rule.Substitution;
import org.termin.tracker.Store.StoreClock;
import org.termin.tracker.http.Countries;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refused;
import org.termin.tracker.http.Wordings;
import org.termin.tracker.http.Zones;
import org.termin.tracker.web.Say;

/** Puts a country's pack into words for somebody of whom nothing is known. */
@Component
public class CountryPages {
  private static final List<DocumentType> IN_ORDER =
      List.of(DocumentType.PASSPORT, DocumentType.RESIDENCE_PERMIT, DocumentType.TRAVEL_DOCUMENT);

  private final Packs packs;
  private final StoreClock clock;
  private final MessageSource texts;

  CountryPages(Packs packs, StoreClock clock, MessageSource texts) {
    this.packs = packs;
    this.clock = clock;
    this.texts = texts;
  }

  /** The pack behind an address's last part, which is two small letters; else there is no page. */
  public CountryPack pack(String code) {
    return Optional.of(code)
        .filter(written -> written.matches("[a-z]{2}"))
        .flatMap(written -> Country.of(written.toUpperCase(Locale.ROOT)))
        .flatMap(packs::of)
        .orElseThrow(() -> new Refused(ProblemKind.NOT_FOUND));
  }

  public CountryPage page(CountryPack pack, Locale locale) {
    Country country = pack.rules().country();
    Language language = Wordings.language(locale);
    Say say = new Say(texts, locale);
    LocalDate today = Zones.today(country, clock.now());
    WayWords ways = new WayWords(pack, language, new RuleWords(say, today));
    GroundQuestion question = pack.rules().question();
    return new CountryPage(
        country.code().toLowerCase(Locale.ROOT),
        Countries.name(country, locale),
        say.date(pack.rules().asOf()),
        question == null ? null : text(question, language),
        IN_ORDER.stream().map(type -> document(pack, type, ways, say)).toList(),
        help(pack, language),
        between(pack, ways.words()));
  }

  /** Who can help there; what holds everywhere, where nobody has written more. */
  String help(CountryPack pack, Language language) {
    return Stream.of(pack.texts(), packs.generic())
        .flatMap(known -> Stream.ofNullable(known.help()))
        .map(help -> help.mail().in(language))
        .findFirst()
        .orElseThrow();
  }

  private static CountryPage.Document document(
      CountryPack pack, DocumentType type, WayWords ways, Say say) {
    return new CountryPage.Document(
        say.text("document." + type),
        pack.texts().official().get(type),
        pack.rules().routesFor(type).stream().map(ways::way).toList());
  }

  private static @Nullable String text(GroundQuestion question, Language language) {
    return question.text().getOrDefault(language, question.text().get(Language.EN));
  }

  /** Which document stands in for which, and which ends the care for another. */
  private static List<String> between(CountryPack pack, RuleWords words) {
    List<String> lines = new ArrayList<>();
    Say say = words.say();
    for (Substitution one : pack.rules().substitutions()) {
      for (Substitution.Edge edge : one.edges().stream().sorted().toList()) {
        String sentence =
            say.text(
                "instead." + edge,
                say.text("document." + one.substitute()),
                say.text("document." + one.instead()));
        lines.add(words.dated(sentence, one.claim()));
      }
    }
    pack.rules()
        .supersessions()
        .forEach(
            one ->
                lines.add(
                    words.dated(
                        say.text(
                            "closes",
                            say.text("document." + one.by()),
                            say.text("document." + one.closes())),
                        one.claim())));
    return lines;
  }
}

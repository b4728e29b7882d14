package org.termin.tracker.wave;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.pack.PackTexts;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Rule;
import org.termin.tracker.http.Countries;
import org.termin.tracker.web.Say;

/**
 * How other countries treat people whose passport is over, as far as somebody has read their rules.
 *
 * @param documents countries where people without a valid passport can ask for one of theirs, with
 *     its name there
 * @param expired countries that take an expired passport for a permit, at least in some cases
 * @param read of how many countries the rules have been read, the own one left out
 */
record Practice(List<String> documents, List<String> expired, int read) {

  static Practice elsewhere(Country here, Packs packs, LocalDate today, Locale locale) {
    List<CountryPack> others =
        packs.countries().values().stream()
            .filter(pack -> !pack.rules().country().equals(here))
            .sorted(
                Comparator.comparing(
                    pack -> Countries.name(pack.rules().country(), locale),
                    Collator.getInstance(locale)))
            .toList();
    return new Practice(
        others.stream()
            .filter(
                pack -> pack.rules().routes().stream().anyMatch(way -> isOpen(pack, way, today)))
            .flatMap(pack -> named(pack, locale).stream())
            .toList(),
        others.stream()
            .filter(Practice::takesExpired)
            .map(pack -> Countries.name(pack.rules().country(), locale))
            .toList(),
        others.size());
  }

  /** A way that leads to a filing; some only say whom to ask. */
  private static boolean isOpen(CountryPack pack, Route way, LocalDate today) {
    PackTexts.RouteTexts texts = pack.texts().routes().get(way.id());
    return (texts == null || !texts.filesNothing())
        && way.document() == DocumentType.PASSPORT
        && !way.onlyWhenLost()
        && way.claim().holdsOn(today);
  }

  private static boolean takesExpired(CountryPack pack) {
    return pack.rules().routesFor(DocumentType.RESIDENCE_PERMIT).stream()
        .flatMap(way -> way.rules(Rule.AcceptsExpired.class).stream())
        .anyMatch(rule -> rule.document() == DocumentType.PASSPORT);
  }

  /** Not where nobody knows what the document is called there. */
  private static Optional<String> named(CountryPack pack, Locale locale) {
    return Optional.ofNullable(pack.texts().official().get(DocumentType.TRAVEL_DOCUMENT))
        .map(name -> Countries.name(pack.rules().country(), locale) + " (" + name + ")");
  }

  /** A sentence for each practice that is known anywhere. */
  List<String> sentences(Say say) {
    List<String> sentences = new ArrayList<>();
    if (!documents.isEmpty()) {
      sentences.add(
          say.text(
              "brief.elsewhere.document",
              Integer.toString(documents.size()),
              Integer.toString(read),
              String.join(", ", documents)));
    }
    if (!expired.isEmpty()) {
      sentences.add(say.text("brief.elsewhere.expired", String.join(", ", expired)));
    }
    return sentences;
  }
}

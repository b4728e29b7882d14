package org.termin.standalone.rules;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.testkit.Samples;

/** Somebody invented who lives in one of the host countries, reached by a phone or by mail. */
record Resident(String contact, String language, Situation situation) {
  private static final List<String> LANGUAGES = List.of("be", "be", "be", "ru", "ru", "en", "lt");
  private static final int NEAREST = 10;
  private static final int DAYS = 900;

  /**
   * As many as wanted; two of five in the countries that change.
   *
   * @param touched countries that change
   */
  static List<Resident> invent(
      int people, Random random, List<String> touched, List<String> all, LocalDate today) {
    List<Resident> residents = new ArrayList<>();
    for (int n = 0; n < people; n++) {
      List<String> from = random.nextInt(5) < 2 ? touched : all;
      Country country = new Country(from.get(random.nextInt(from.size())));
      String contact =
          random.nextInt(7) == 0
              ? "resident%d@example.org".formatted(n)
              : "+48%d".formatted(512_000_000 + n);
      residents.add(
          new Resident(
              contact,
              LANGUAGES.get(random.nextInt(LANGUAGES.size())),
              new Situation(country, null, null, documents(random, today))));
    }
    return residents;
  }

  private static List<HeldDocument> documents(Random random, LocalDate today) {
    List<HeldDocument> documents = new ArrayList<>();
    int people = random.nextInt(4) == 0 ? 2 : 1;
    for (int person = 1; person <= people; person++) {
      add(documents, person, DocumentType.PASSPORT, random, today);
      if (random.nextInt(5) > 0) {
        add(documents, person, DocumentType.RESIDENCE_PERMIT, random, today);
      }
    }
    return documents;
  }

  private static void add(
      List<HeldDocument> to, int person, DocumentType type, Random random, LocalDate today) {
    LocalDate end = today.plusDays(NEAREST + random.nextInt(DAYS));
    to.add(new HeldDocument(to.size() + 1, 1, person, type, end, DocumentState.HELD));
  }

  ZoneId zone() {
    return Samples.zone(situation.country());
  }

  LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, zone());
  }

  /** As the class that signs them up reads it. */
  String line() {
    return "%s\t%s\t%s\t%s\t%s"
        .formatted(
            contact,
            situation.country().code(),
            zone(),
            language,
            situation.documents().stream()
                .map(
                    one ->
                        "%d %s %s".formatted(one.person(), one.type().name(), one.lastValidDay()))
                .collect(joining("\t")));
  }

  @Override
  public String toString() {
    return "Resident";
  }
}

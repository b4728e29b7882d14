package org.termin.tracker.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Country;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Person;
import org.termin.contract.words.Sign;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.rule.Pack;

/** Reads a household and names everything that is wrong with it. */
final class HouseholdReader {
  private final Guidance guidance;
  private final Faults faults;
  private final DocumentReader reader;
  private final @Nullable Situation before;
  private final List<HeldDocument> documents = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();

  /** Reads a household for the first time. */
  HouseholdReader(Guidance guidance, LocalDate today, Faults faults) {
    this(guidance, today, null, 1, faults);
  }

  /** Reads a change of one we know; document versions are the notifier's. */
  HouseholdReader(
      Guidance guidance,
      LocalDate today,
      @Nullable Situation before,
      int nextDocument,
      Faults faults) {
    this.guidance = guidance;
    this.faults = faults;
    this.before = before;
    this.reader = new DocumentReader(today, new DocumentNumbers(before, nextDocument), faults);
  }

  /** The situation, or nothing if anything was wrong. */
  @Nullable Situation read(Bodies.@Nullable Household household, String at) {
    if (household == null) {
      faults.add(at, ProblemKind.MISSING_FIELD);
      return null;
    }
    Country country = country(household.country(), at + "/country");
    String ground = ground(household.ground(), country, at + "/ground");
    String region = region(household.region(), country, at + "/region");
    List<Bodies.PersonIn> persons = household.people() == null ? List.of() : household.people();
    List<Integer> numbers = new PersonNumbers(before).of(persons);
    for (int p = 0; p < persons.size(); p++) {
      person(numbers.get(p), persons.get(p), at + "/people/" + p);
    }
    if (faults.none() && documents.isEmpty()) {
      faults.add(at + "/people", ProblemKind.NO_DOCUMENT);
    }
    if (!faults.none() || country == null) {
      return null;
    }
    return new Situation(country, region, ground, documents, people);
  }

  private @Nullable Country country(@Nullable String written, String at) {
    if (written == null || written.isBlank()) {
      faults.add(at, ProblemKind.MISSING_FIELD);
      return null;
    }
    Optional<Country> known = Country.of(written);
    if (known.isEmpty()) {
      faults.add(at, ProblemKind.UNKNOWN_COUNTRY);
    } else if (known.get().code().equals("BY")) {
      // The state that issued the passport is never a host.
      faults.add(at, ProblemKind.REFUSED_COUNTRY);
    }
    return known.orElse(null);
  }

  private @Nullable String ground(@Nullable String written, @Nullable Country country, String at) {
    if (written == null || written.isBlank() || country == null) {
      return null;
    }
    boolean known =
        guidance
            .pack(country)
            .map(Pack::question)
            .filter(question -> question.knows(written))
            .isPresent();
    if (!known) {
      faults.add(at, ProblemKind.UNKNOWN_GROUND);
    }
    return written;
  }

  /** Only what a pack names, or what stands already: any other text could be somebody's name. */
  private @Nullable String region(@Nullable String written, @Nullable Country country, String at) {
    if (written == null || written.isBlank() || country == null) {
      return null;
    }
    boolean stands =
        before != null && before.country().equals(country) && written.equals(before.region());
    boolean known = guidance.pack(country).filter(pack -> pack.knowsRegion(written)).isPresent();
    if (!stands && !known) {
      faults.add(at, ProblemKind.UNKNOWN_REGION);
    }
    return written;
  }

  private void person(int number, Bodies.@Nullable PersonIn person, String at) {
    if (person == null) {
      faults.add(at, ProblemKind.MISSING_FIELD);
      return;
    }
    List<Bodies.DocumentIn> held = person.documents() == null ? List.of() : person.documents();
    if (number > Situation.MOST || documents.size() + held.size() > Situation.MOST) {
      faults.add(at, ProblemKind.TOO_MANY_DOCUMENTS);
      return;
    }
    Sign sign = sign(person.sign(), at + "/sign");
    if (sign != null || Boolean.TRUE.equals(person.child())) {
      people.add(new Person(number, Boolean.TRUE.equals(person.child()), sign));
    }
    for (int d = 0; d < held.size(); d++) {
      reader.read(number, held.get(d), at + "/documents/" + d).ifPresent(documents::add);
    }
  }

  private @Nullable Sign sign(@Nullable String written, String at) {
    if (written == null || written.isBlank()) {
      return null;
    }
    Optional<Sign> known =
        Arrays.stream(Sign.values())
            .filter(sign -> sign.name().toLowerCase(Locale.ROOT).equals(written))
            .findFirst();
    if (known.isEmpty()) {
      faults.add(at, ProblemKind.UNKNOWN_SIGN);
    }
    return known.orElse(null);
  }
}

package org.termin.tracker.http;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Person;
import org.termin.contract.words.Sign;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.rule.Pack;

/** Reads a household and names everything that is wrong with it. */
final class HouseholdReader {
  /** No passport or permit is printed for longer. */
  private static final int LONGEST_YEARS = 30;

  private final Guidance guidance;
  private final LocalDate today;
  private final Faults faults;
  private final Numbers numbers;
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
    this.today = today;
    this.faults = faults;
    this.numbers = new Numbers(before, nextDocument);
  }

  /** The situation, or nothing if anything was wrong. */
  @Nullable Situation read(Bodies.@Nullable Household household, String at) {
    if (household == null) {
      faults.add(at, ProblemKind.MISSING_FIELD);
      return null;
    }
    Country country = country(household.country(), at + "/country");
    String ground = ground(household.ground(), country, at + "/ground");
    String region = region(household.region(), at + "/region");
    List<Bodies.PersonIn> persons = household.people() == null ? List.of() : household.people();
    for (int p = 0; p < persons.size(); p++) {
      person(p + 1, persons.get(p), at + "/people/" + p);
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

  private @Nullable String region(@Nullable String written, String at) {
    if (written == null || written.isBlank()) {
      return null;
    }
    if (!written.matches("[a-z0-9][a-z0-9-]{0,39}")) {
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
      document(number, held.get(d), at + "/documents/" + d);
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

  private void document(int person, Bodies.@Nullable DocumentIn written, String at) {
    if (written == null) {
      faults.add(at, ProblemKind.MISSING_FIELD);
      return;
    }
    Optional<DocumentType> type = type(written.type(), at + "/type");
    DocumentState state = state(written, at);
    LocalDate last = lastValidDay(written, state, at + "/lastValidDay");
    Optional<Integer> number = numbers.of(written.number());
    if (number.isEmpty()) {
      faults.add(at + "/number", ProblemKind.UNKNOWN_DOCUMENT);
    } else if (type.isPresent() && state != null) {
      documents.add(new HeldDocument(number.get(), 1, person, type.get(), last, state));
    }
  }

  private Optional<DocumentType> type(@Nullable String written, String at) {
    Optional<DocumentType> type =
        Arrays.stream(DocumentType.values())
            .filter(known -> known.wire().equals(written))
            .findFirst();
    if (type.isEmpty()) {
      boolean missing = written == null || written.isBlank();
      faults.add(at, missing ? ProblemKind.MISSING_FIELD : ProblemKind.UNKNOWN_DOCUMENT_TYPE);
    }
    return type;
  }

  private @Nullable DocumentState state(Bodies.DocumentIn written, String at) {
    String word = written.state() == null || written.state().isBlank() ? "held" : written.state();
    switch (word) {
      case "held":
        return DocumentState.HELD;
      case "renewed":
        return DocumentState.RENEWED;
      case "filed", "lost":
        LocalDate on = pastDay(written.on(), at + "/on");
        if (on == null) {
          return null;
        }
        return word.equals("filed") ? new DocumentState.Filed(on) : new DocumentState.Lost(on);
      default:
        faults.add(at + "/state", ProblemKind.UNKNOWN_DOCUMENT_STATE);
        return null;
    }
  }

  private @Nullable LocalDate pastDay(@Nullable String written, String at) {
    if (written == null || written.isBlank()) {
      return today;
    }
    LocalDate day = day(written, at);
    if (day != null && day.isAfter(today)) {
      faults.add(at, ProblemKind.FUTURE_DATE);
      return null;
    }
    return day;
  }

  private @Nullable LocalDate lastValidDay(
      Bodies.DocumentIn written, @Nullable DocumentState state, String at) {
    if (written.lastValidDay() == null || written.lastValidDay().isBlank()) {
      // A permit without an end and a lost document may have no day; a passport always has one.
      boolean needed =
          !DocumentType.RESIDENCE_PERMIT.wire().equals(written.type())
              && !(state instanceof DocumentState.Lost);
      if (needed) {
        faults.add(at, ProblemKind.MISSING_FIELD);
      }
      return null;
    }
    LocalDate day = day(written.lastValidDay(), at);
    if (day == null) {
      return null;
    }
    if (day.isAfter(today.plusYears(LONGEST_YEARS))) {
      faults.add(at, ProblemKind.FAR_DATE);
    } else if (day.isBefore(today)
        && state instanceof DocumentState.Held
        && !Boolean.TRUE.equals(written.expired())
        && !numbers.knows(written.number(), day)) {
      faults.add(at, ProblemKind.PAST_DATE);
    }
    return day;
  }

  private @Nullable LocalDate day(String written, String at) {
    try {
      LocalDate day = LocalDate.parse(written);
      if (day.getYear() >= 1970 && day.getYear() < 2200) {
        return day;
      }
    } catch (DateTimeParseException unreadable) {
      // falls through: the value must not travel with the exception
    }
    faults.add(at, ProblemKind.IMPOSSIBLE_DATE);
    return null;
  }

  /** Gives documents their numbers: kept ones keep theirs, new ones get the next. */
  private static final class Numbers {
    private final @Nullable Situation before;
    private final Set<Integer> used = new HashSet<>();
    private int next;

    Numbers(@Nullable Situation before, int next) {
      this.before = before;
      this.next = next;
    }

    Optional<Integer> of(@Nullable Integer written) {
      if (written == null) {
        return next > 255 ? Optional.empty() : Optional.of(next++);
      }
      boolean held = before != null && before.document(written).isPresent();
      return held && used.add(written) ? Optional.of(written) : Optional.empty();
    }

    /** A day that is over was no slip of the pen if it stood there before. */
    boolean knows(@Nullable Integer number, LocalDate day) {
      return number != null
          && before != null
          && before.document(number).filter(old -> day.equals(old.lastValidDay())).isPresent();
    }
  }
}

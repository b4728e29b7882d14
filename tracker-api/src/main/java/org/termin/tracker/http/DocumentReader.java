package org.termin.tracker.http;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;

/** Reads one document and names everything that is wrong with it. */
final class DocumentReader {
  /** No passport or permit is printed for longer. */
  private static final int LONGEST_YEARS = 30;

  private final LocalDate today;
  private final DocumentNumbers numbers;
  private final Faults faults;

  DocumentReader(LocalDate today, DocumentNumbers numbers, Faults faults) {
    this.today = today;
    this.numbers = numbers;
    this.faults = faults;
  }

  /** The document, or nothing if anything was wrong with it. */
  Optional<HeldDocument> read(int person, Bodies.@Nullable DocumentIn written, String at) {
    if (written == null) {
      faults.add(at, ProblemKind.MISSING_FIELD);
      return Optional.empty();
    }
    Optional<DocumentType> type = type(written.type(), at + "/type");
    DocumentState state = state(written, at);
    LocalDate last = lastValidDay(written, state, at + "/lastValidDay");
    Optional<Integer> number = numbers.of(written.number());
    if (number.isEmpty()) {
      faults.add(at + "/number", ProblemKind.UNKNOWN_DOCUMENT);
    } else if (type.isPresent() && state != null) {
      return Optional.of(new HeldDocument(number.get(), 1, person, type.get(), last, state));
    }
    return Optional.empty();
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
    return switch (word) {
      case "held" -> DocumentState.HELD;
      case "renewed" -> DocumentState.RENEWED;
      case "filed" -> pastDay(written.on(), at + "/on").map(DocumentState.Filed::new).orElse(null);
      case "lost" -> pastDay(written.on(), at + "/on").map(DocumentState.Lost::new).orElse(null);
      default -> {
        faults.add(at + "/state", ProblemKind.UNKNOWN_DOCUMENT_STATE);
        yield null;
      }
    };
  }

  private Optional<LocalDate> pastDay(@Nullable String written, String at) {
    if (written == null || written.isBlank()) {
      return Optional.of(today);
    }
    LocalDate day = day(written, at);
    if (day != null && day.isAfter(today)) {
      faults.add(at, ProblemKind.FUTURE_DATE);
      return Optional.empty();
    }
    return Optional.ofNullable(day);
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
}

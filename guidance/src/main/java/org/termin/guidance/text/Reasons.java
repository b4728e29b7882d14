package org.termin.guidance.text;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.termin.guidance.plan.Trace;
import org.termin.guidance.plan.Trace.Said;

/** Words the reasons behind a date. */
final class Reasons {
  /** Reasons that state a day as a fact; where nobody confirmed it, that is said. */
  private static final Set<Said> DATED =
      Set.of(
          Said.OPENS,
          Said.CLOSES,
          Said.MUST_BE_VALID,
          Said.MUST_STAY_VALID,
          Said.MUST_BE_HELD,
          Said.CAPPED,
          Said.FILED_ONLY_AFTER_INVALID,
          Said.MUST_OUTLIVE,
          Said.ENDS_WITH,
          Said.NEEDED_BY);

  private static final Set<Said> RULES =
      Set.of(
          Said.MUST_BE_VALID,
          Said.MUST_STAY_VALID,
          Said.MUST_BE_HELD,
          Said.FILED_ONLY_AFTER_INVALID);

  private final Phrasebook book;

  Reasons(Phrasebook book) {
    this.book = book;
  }

  String sentence(Trace.Line line) {
    String phrase = Phrasebook.of(book.trace(), key(line.said()));
    String sentence = Objects.requireNonNull(Template.fill(phrase, slot -> value(slot, line)));
    if (line.confirmed() || !DATED.contains(line.said())) {
      return sentence;
    }
    // the day is the one the person entered; what nobody has confirmed is that it matters
    String doubt =
        RULES.contains(line.said())
            ? Phrasebook.of(book.mail(), "rule-unconfirmed")
            : book.unconfirmed();
    return sentence.replaceFirst("\\.$", doubt + ".");
  }

  private String value(String slot, Trace.Line line) {
    return switch (slot) {
      case "when" -> line.day() == null ? "" : " " + book.day(line.day());
      case "till" -> dated(book.till(), line);
      case "since" -> dated(book.since(), line);
      case "document" -> document(line);
      case "Document" -> Phrasebook.capitalised(document(line));
      case "way" -> way(line);
      default -> throw new IllegalStateException("no slot named " + slot);
    };
  }

  private String dated(String phrase, Trace.Line line) {
    return line.day() == null ? "" : phrase.replace("{date}", book.day(line.day()));
  }

  private String document(Trace.Line line) {
    return line.document() == null ? book.matter() : book.name(line.document());
  }

  private String way(Trace.Line line) {
    return line.wayOut() == null ? "" : Phrasebook.of(book.waysOut(), key(line.wayOut()));
  }

  private static String key(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

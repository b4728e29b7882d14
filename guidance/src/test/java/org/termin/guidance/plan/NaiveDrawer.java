package org.termin.guidance.plan;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Substitution.Edge;

/** What one person holds, asked for one day at a time. */
record NaiveDrawer(Pack pack, List<HeldDocument> documents) {

  static NaiveDrawer of(Pack pack, Situation situation, int person) {
    return new NaiveDrawer(
        pack, situation.documents().stream().filter(held -> held.person() == person).toList());
  }

  /**
   * Whether a document of this sort, or one declared in its place, is valid that day and for so
   * long after it. What nobody entered is not known, so it stands in nobody's way. Months are
   * counted back from its last day, as caps and closings are; counted on from the day of filing, as
   * one can also read it, four months to the end of February may begin up to three days later.
   */
  boolean serves(DocumentType type, @Nullable Edge edge, Period longer, LocalDate day) {
    boolean entered = false;
    for (HeldDocument held : documents) {
      if (held.type() == type || (edge != null && standsIn(held, type, edge))) {
        entered = true;
        if (isValidOn(held, longer, day)) {
          return true;
        }
      }
    }
    return !entered;
  }

  /** "A lost permit card still satisfies what asks for a permit, not confirmed" (0014). */
  boolean servesOnlyByLostCard(DocumentType type, Period longer, LocalDate day) {
    return type == DocumentType.RESIDENCE_PERMIT
        && documents.stream()
            .filter(held -> held.type() == type && isValidOn(held, longer, day))
            .allMatch(NaiveDrawer::isLost);
  }

  boolean hasToShow(DocumentType type) {
    return documents.stream().anyMatch(held -> held.type() == type && !isLost(held));
  }

  boolean hasLost(DocumentType type) {
    return documents.stream().anyMatch(held -> held.type() == type && isLost(held));
  }

  boolean hasInUse(DocumentType type) {
    return documents.stream()
        .anyMatch(held -> held.type() == type && !(held.state() instanceof DocumentState.Renewed));
  }

  /** Whether another document held today closes the slot of this one. */
  boolean closes(DocumentType type, LocalDate today) {
    return pack.supersessions().stream()
        .filter(one -> one.closes() == type)
        .anyMatch(
            one ->
                documents.stream()
                    .filter(held -> held.type() == one.by() && isHeld(held))
                    .anyMatch(held -> isValidOn(held, Period.ZERO, today)));
  }

  /** No document entered with an end is valid after this day. */
  LocalDate latestEnd() {
    LocalDate latest = LocalDate.MIN;
    for (HeldDocument held : documents) {
      LocalDate end = held.lastValidDay();
      latest = end != null && end.isAfter(latest) ? end : latest;
    }
    return latest;
  }

  /**
   * Filed, a document still is what it is until its own end; renewed, its successor is there, and
   * unless that one is entered too, nobody told its end (so 0014); lost, it serves nothing from
   * that day, save that a lost card does not end the permit.
   */
  private boolean isValidOn(HeldDocument held, Period longer, LocalDate day) {
    return held.state() instanceof DocumentState.Renewed
        ? !hasSuccessor(held)
        : isUnexpired(held, longer, day);
  }

  /** The same of one that is not renewed. */
  static boolean isUnexpired(HeldDocument held, Period longer, LocalDate day) {
    LocalDate last = held.lastValidDay();
    if (held.state() instanceof DocumentState.Lost(LocalDate on)
        && held.type() != DocumentType.RESIDENCE_PERMIT
        && (last == null || !last.isBefore(on))) {
      last = on.minusDays(1);
    }
    return last == null || !day.isAfter(last.minus(longer));
  }

  /** Another one of the sort that ends later, and is not renewed itself. */
  private boolean hasSuccessor(HeldDocument old) {
    for (HeldDocument held : documents) {
      LocalDate end = held.lastValidDay();
      boolean later = end == null || old.lastValidDay() == null || end.isAfter(old.lastValidDay());
      if (held.type() == old.type() && later && !(held.state() instanceof DocumentState.Renewed)) {
        return true;
      }
    }
    return false;
  }

  /**
   * One that is filed or lost stands in for nothing. Of one that is renewed the facts say no more
   * than its old date; read as the planner does: it stands in for nothing either.
   */
  private boolean standsIn(HeldDocument held, DocumentType type, Edge edge) {
    return isHeld(held)
        && pack.substitutions().stream()
            .anyMatch(
                one ->
                    one.instead() == type
                        && one.substitute() == held.type()
                        && one.edges().contains(edge));
  }

  private static boolean isHeld(HeldDocument held) {
    return held.state() instanceof DocumentState.Held;
  }

  private static boolean isLost(HeldDocument held) {
    return held.state() instanceof DocumentState.Lost;
  }
}

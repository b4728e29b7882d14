package org.termin.guidance.plan;

import java.time.LocalDate;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;

/** Status and verb of a reckoned step on one day. */
final class Verdict {

  private Verdict() {}

  static Status status(Step step, DocumentState state, LocalDate today) {
    return switch (state) {
      case DocumentState.Renewed() -> Status.RENEWED;
      case DocumentState.Filed(LocalDate on) ->
          filedInTime(step, on) ? Status.FILED_WAITING : Status.ASK;
      case DocumentState.Held(), DocumentState.Lost _ -> running(step, today);
    };
  }

  private static Status running(Step step, LocalDate today) {
    LocalDate ends = step.ends();
    if (step.blockedBy() != null) {
      return Status.BLOCKED;
    }
    if (step.closed() || step.undecided()) {
      return Status.ASK;
    }
    if (today.isAfter(step.lastFiling()) && today.isAfter(ends)) {
      return Status.LAPSED;
    }
    if (!step.afterInvalid() && today.isAfter(ends)) {
      return Status.GRACE;
    }
    if (!today.isBefore(step.applyBy().minusDays(14)) && step.takesOn(today)) {
      return Status.APPLY_NOW;
    }
    if (step.opens() != null && step.takesOn(today)) {
      return Status.WINDOW_OPEN;
    }
    return today.isBefore(step.startBy()) ? Status.VALID : Status.START_NOW;
  }

  /** Filed on a day of the window with every required document held. */
  private static boolean filedInTime(Step step, LocalDate on) {
    return step.takesOn(on)
        && step.required().stream()
            .noneMatch(bound -> bound.confirmed() && bound.day().isBefore(on));
  }

  /** Whether the safe day has passed and the person can still do something about it. */
  static boolean isLate(Step step, Status status, LocalDate today) {
    return switch (status) {
      case RENEWED, FILED_WAITING, BLOCKED -> false;
      case ASK, LAPSED, GRACE, APPLY_NOW, WINDOW_OPEN, START_NOW, VALID ->
          today.isAfter(step.applyBy()) && !step.openEnded();
    };
  }

  static Verb verb(Step step, Status status, LocalDate day) {
    return switch (status) {
      case RENEWED -> Verb.NOTHING;
      case FILED_WAITING -> Verb.WAIT;
      case BLOCKED -> Verb.ACT;
      case LAPSED -> lapsed(step);
      case ASK -> asking(step, day);
      case GRACE, APPLY_NOW, WINDOW_OPEN, START_NOW, VALID -> byDate(step, day);
    };
  }

  /** A substitute without a known closing may still be asked for; an ended permit is a lawyer's. */
  private static Verb lapsed(Step step) {
    boolean perhapsOpen =
        step.flags().contains(Flag.CLOSING_NOT_KNOWN)
            && step.route().document() != DocumentType.RESIDENCE_PERMIT;
    return perhapsOpen ? Verb.ASK : Verb.ACT;
  }

  private static Verb asking(Step step, LocalDate day) {
    if (!step.hasOpenedOn(day)) {
      return Verb.PREPARE;
    }
    boolean onlyOpeningUnknown = !step.openingKnown() && !step.closed();
    return onlyOpeningUnknown && !day.isAfter(step.applyBy())
        ? Verb.PREPARE_AND_FILE_WHEN_TAKEN
        : Verb.ASK;
  }

  private static Verb byDate(Step step, LocalDate day) {
    if (!step.hasOpenedOn(day)) {
      return Verb.PREPARE;
    }
    if (!day.isAfter(step.applyBy())) {
      return step.openingKnown() ? Verb.FILE : Verb.PREPARE_AND_FILE_WHEN_TAKEN;
    }
    if (step.openEnded()) {
      return Verb.FILE;
    }
    return day.isAfter(step.lastFiling()) ? Verb.ACT : Verb.FILE_LATE;
  }
}

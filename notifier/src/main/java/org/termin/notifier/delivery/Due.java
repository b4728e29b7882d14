package org.termin.notifier.delivery;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Channel;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.plan.SlotPlan;
import org.termin.notifier.plan.Reason;
import org.termin.notifier.plan.Refs;

/**
 * A wanted row with what today's plan says about it.
 *
 * @param reason of the ladder's stages; the confirmation and "you are here" have none
 * @param child whether the document is a child's
 */
record Due(Row row, @Nullable Reason reason, @Nullable SlotPlan slot, boolean child) {
  private static final int WEEK = 7;

  int stage() {
    return row.ref().stage();
  }

  @Nullable HeldDocument document() {
    return slot == null ? null : slot.document();
  }

  boolean confirmation() {
    return stage() == StageNumber.CONFIRMATION;
  }

  /** That the service winds down, or goes on after all: about no document. */
  boolean ofTheService() {
    return Refs.isOfTheService(row.ref());
  }

  /** That a wave lies ahead: about no document, and asked for. */
  boolean ofWave() {
    return stage() == StageNumber.WAVE_AHEAD;
  }

  /** The channel the stage is meant for; without a stage, the one people read first. */
  Channel preferred() {
    if (reason != null) {
      return reason.stage().preferred();
    }
    // days and steps to keep have room in a mail only
    return StageNumber.isClosing(stage()) ? Channel.EMAIL : Channel.SMS;
  }

  /**
   * A last call, what follows expiry, new rules that leave a week at most, or the end of the
   * service: may come within a week of the last text.
   */
  boolean uncapped() {
    return reason == null
        ? ofTheService() || StageNumber.isRulesChanged(stage()) && leavesAWeek()
        : isLastCall();
  }

  /** What must be said before its day, or after expiry. */
  boolean isLastCall() {
    return reason != null && (reason.stage().lastCall() || reason.stage().afterExpiry());
  }

  private boolean leavesAWeek() {
    LocalDate applyBy = slot == null ? null : slot.applyBy();
    LocalDate due = LocalDate.ofInstant(row.dueAt(), ZoneOffset.UTC);
    return applyBy != null && !applyBy.isAfter(due.plusDays(WEEK));
  }

  /**
   * May be told a few days early, together with another text: a warning, but no last call, and
   * nothing that would be untrue before its day, such as "window opened".
   */
  boolean mayComeEarly() {
    return reason != null
        && reason.stage().preferred() == Channel.SMS
        && reason.stage().movesEarlier()
        && !uncapped();
  }

  @Nullable LocalDate actBy() {
    if (reason != null) {
      return reason.stage().actionDate();
    }
    return slot == null ? null : slot.applyBy();
  }

  @Override
  public String toString() {
    return "Due[" + row.id() + "]";
  }
}

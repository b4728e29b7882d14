package org.termin.guidance.text;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.guidance.plan.Flag;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.plan.Trace;
import org.termin.guidance.rule.Claim;

/**
 * One document as it stands on the day of sending.
 *
 * @param today the date in the host country at the attempt's "now"; all day counts start here
 * @param several the person has entered more than one document, so its number is told
 * @param more how many other documents the same message covers
 */
public record Told(Country country, SlotPlan slot, LocalDate today, boolean several, int more) {

  /** Whole days from today to the apply-by day; negative: passed. */
  long daysLeft(LocalDate applyBy) {
    return DAYS.between(today, applyBy);
  }

  /**
   * The day on which the oldest rule behind the dates was looked up, if it is time to look again.
   */
  @Nullable LocalDate oldSince() {
    return slot.trace().lines().stream()
        .map(Trace.Line::claim)
        .filter(Objects::nonNull)
        .filter(claim -> claim.isOldOn(today))
        .map(Claim::checked)
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  /** Whether the apply-by day rests on something nobody has confirmed. */
  boolean unsure() {
    return slot.has(Flag.NOT_CONFIRMED)
        || slot.has(Flag.RULE_IS_OLD)
        || slot.has(Flag.CLOSING_NOT_KNOWN)
        || slot.has(Flag.NO_PACK);
  }

  /** The last day of grace, while it is not over. */
  @Nullable LocalDate grace() {
    LocalDate end = slot.graceEnd();
    return end == null || today.isAfter(end) ? null : end;
  }

  /** Until when a late filing is still taken. */
  @Nullable LocalDate until() {
    LocalDate closes = slot.closes();
    if (grace() != null || closes == null || today.isAfter(closes)) {
      return grace();
    }
    return closes;
  }

  /** The day on which it was filed, if it was. */
  @Nullable LocalDate filedOn() {
    return slot.document().state() instanceof DocumentState.Filed(LocalDate on) ? on : null;
  }

  /** Where somebody lives and what they hold does not print itself. */
  @Override
  public String toString() {
    return "Told of document " + slot.document().number();
  }
}

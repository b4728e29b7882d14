package org.termin.guidance.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of one slot.
 *
 * @param lastTaken G, and C where there is no grace
 */
record NaiveSlot(
    Status status,
    String route,
    @Nullable LocalDate opens,
    @Nullable LocalDate startBy,
    @Nullable LocalDate applyBy,
    @Nullable LocalDate closes,
    @Nullable LocalDate lastTaken) {

  /** Closed, or without an end: nothing is dated. */
  static NaiveSlot undated(Status status) {
    return new NaiveSlot(status, Generic.ID, null, null, null, null, null);
  }

  static NaiveSlot of(SlotPlan plan) {
    return new NaiveSlot(
        plan.status(),
        plan.route(),
        plan.opens(),
        plan.startBy(),
        plan.applyBy(),
        plan.closes(),
        plan.graceEnd() == null ? plan.closes() : plan.graceEnd());
  }

  NaiveSlot with(Status other) {
    return new NaiveSlot(other, route, opens, startBy, applyBy, closes, lastTaken);
  }

  NaiveSlot withRoute(String other) {
    return new NaiveSlot(status, other, opens, startBy, applyBy, closes, lastTaken);
  }

  /** Whether the office takes a filing that day, late or not, as far as anybody knows. */
  boolean takes(LocalDate day) {
    return (opens == null || !day.isBefore(opens))
        && (lastTaken == null || !day.isAfter(lastTaken));
  }
}

package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.rule.Route;

/**
 * One route reckoned for one document: its days and what stands in the way.
 *
 * @param afterInvalid filed only once the document is no longer valid
 * @param openEnded no rule gives a last day: A is the first possible day
 * @param opens O; none with {@code openingKnown}: no limit
 * @param lastFiling G, or C without a grace
 * @param safeDay A, save where what bound it is over
 * @param preparation days between S and A
 * @param blockedBy a known requirement that leaves no day
 * @param closed the route was last seen open only until before its first possible day
 * @param undecided a requirement ends so early that the facts do not decide
 */
record Step(
    Route route,
    LocalDate ends,
    boolean afterInvalid,
    boolean openEnded,
    boolean openingKnown,
    @Nullable LocalDate opens,
    LocalDate closes,
    @Nullable LocalDate graceEnd,
    LocalDate lastFiling,
    LocalDate applyBy,
    LocalDate safeDay,
    LocalDate startBy,
    long preparation,
    Bound binding,
    List<Bound> required,
    @Nullable Bound blockedBy,
    boolean closed,
    boolean undecided,
    Set<Flag> flags,
    List<Trace.Line> lines) {

  /** When to begin for another apply-by day. */
  LocalDate startFor(LocalDate day) {
    return day.minusDays(preparation);
  }

  boolean hasOpenedOn(LocalDate day) {
    return opens == null || !day.isBefore(opens);
  }

  /** Whether the step's own window takes a filing that day, as far as known. */
  boolean takesOn(LocalDate day) {
    return hasOpenedOn(day) && !day.isAfter(lastFiling);
  }

  /** Whether there is a day, from this one on, on which the step can be filed. */
  boolean hasDayFrom(LocalDate day) {
    return blockedBy == null && !closed && !day.isAfter(lastFiling);
  }
}

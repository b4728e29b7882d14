package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filing window for whoever would give one of these answers to the country's question; told
 * where nobody has answered it.
 *
 * @param answers ids of the answers that share it, the pack's order
 * @param route id of the route these people are on
 * @param opens O; none with {@code openingKnown}: no first day
 * @param applyBy A
 * @param openEnded no rule gives a last day: A is the first possible day
 * @param possible false: with what is held there is no day on which it can be filed
 * @param confirmed false: A is never stated as a fact
 */
public record GroundWindow(
    List<String> answers,
    String route,
    @Nullable LocalDate opens,
    boolean openingKnown,
    LocalDate applyBy,
    boolean openEnded,
    boolean possible,
    boolean confirmed) {

  public GroundWindow {
    answers = List.copyOf(answers);
  }

  static GroundWindow of(List<String> answers, Step step) {
    return new GroundWindow(
        answers,
        step.route().id(),
        step.opens(),
        step.openingKnown(),
        step.applyBy(),
        step.openEnded(),
        step.blockedBy() == null && !step.closed(),
        step.binding().confirmed() && !step.flags().contains(Flag.CLOSING_NOT_KNOWN));
  }

  /** An unknown first day may have come. */
  boolean mayTakeOn(LocalDate day) {
    return possible
        && (opens == null || !day.isBefore(opens))
        && (openEnded || !day.isAfter(applyBy));
  }

  /** Dates of a person do not print themselves. */
  @Override
  public String toString() {
    return "GroundWindow of " + route;
  }
}

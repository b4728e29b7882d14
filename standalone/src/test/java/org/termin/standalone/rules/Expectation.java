package org.termin.standalone.rules;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.Guidance;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.Planner;
import org.termin.guidance.plan.SlotPlan;

/** Who has to be told of a change, in the words of the requirement and without the product's. */
record Expectation(Guidance before, Guidance after) {
  private static final int A_WEEK = 7;

  static Expectation of(Packs before, Packs after) {
    return new Expectation(Guidance.of(before), Guidance.of(after));
  }

  /** One of the documents has another last day by a week or more, or asks for another step. */
  boolean tells(Resident resident, LocalDate today) {
    Plan was = Planner.plan(resident.situation(), before, today);
    Plan will = Planner.plan(resident.situation(), after, today);
    return will.slots().stream()
        .anyMatch(slot -> tells(was.slot(slot.document().number()).orElseThrow(), slot, today));
  }

  private static boolean tells(SlotPlan was, SlotPlan will, LocalDate today) {
    boolean otherStep = was.verb() != will.verb() || !was.route().equals(will.route());
    boolean startPassed = isAhead(was.startBy(), today) && !isAhead(will.startBy(), today);
    return otherStep || startPassed || far(was.applyBy(), will.applyBy());
  }

  private static boolean isAhead(@Nullable LocalDate day, LocalDate today) {
    return day != null && day.isAfter(today);
  }

  private static boolean far(@Nullable LocalDate was, @Nullable LocalDate will) {
    return was == null || will == null ? was != will : Math.abs(DAYS.between(was, will)) >= A_WEEK;
  }
}

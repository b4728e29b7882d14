package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.List;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;

/** Turns what a person holds into what they should do and by when: pure, same in, same out. */
public final class Planner {

  private Planner() {}

  /** The plan of a household on one day. */
  public static Plan plan(Situation situation, Guidance guidance, LocalDate today) {
    return new Plan(
        situation.country(), today, guidance.pack(situation.country()).isEmpty(), List.of());
  }
}

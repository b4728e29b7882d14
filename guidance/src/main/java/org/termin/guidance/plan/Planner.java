package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.rule.Pack;

/** Turns what a household holds into what to do and by when: pure, same in, same out. */
public final class Planner {

  private Planner() {}

  /** The plan of a household on one day, the date in the host country. */
  public static Plan plan(Situation situation, Guidance guidance, LocalDate today) {
    Optional<Pack> known = guidance.pack(situation.country());
    Pack pack = known.orElseGet(() -> Generic.pack(situation.country()));
    SlotPlanner planner = new SlotPlanner(pack, known.isEmpty(), situation.ground(), today);
    List<SlotPlan> slots =
        situation.documents().stream()
            .map(
                document -> planner.plan(document, Holdings.of(situation, document.person(), pack)))
            .toList();
    return new Plan(situation.country(), today, known.isEmpty(), slots);
  }
}

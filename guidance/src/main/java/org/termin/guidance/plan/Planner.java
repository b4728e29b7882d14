package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.rule.Pack;

/** Turns what a household holds into what to do and by when: pure, same in, same out. */
public final class Planner {

  /** Moves every day that is reckoned from a last day, months without that day included. */
  private static final int DAYS = 4;

  private Planner() {}

  /** The plan of a household on one day, the date in the host country. */
  public static Plan plan(Situation situation, Guidance guidance, LocalDate today) {
    // what stays where it is with other last days was given by somebody else: a rule that ends, a
    // loss, whatever rules there will be
    Plan other = reckoned(later(situation), guidance, today);
    Plan plan = reckoned(situation, guidance, today);
    return new Plan(
        plan.country(),
        plan.today(),
        plan.generic(),
        plan.slots().stream()
            .map(slot -> other.slot(slot.document().number()).map(slot::given).orElse(slot))
            .toList());
  }

  private static Situation later(Situation situation) {
    return new Situation(
        situation.country(),
        situation.region(),
        situation.ground(),
        situation.documents().stream().map(held -> held.asIfLater(DAYS)).toList(),
        situation.people(),
        situation.alert());
  }

  private static Plan reckoned(Situation situation, Guidance guidance, LocalDate today) {
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

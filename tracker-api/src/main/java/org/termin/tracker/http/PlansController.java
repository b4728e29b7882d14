package org.termin.tracker.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.termin.contract.words.Situation;

/** The plan of a household that has not registered: computed, answered, forgotten. */
@RestController
@Tag(name = "guidance")
class PlansController {
  private final Readers readers;
  private final Plans plans;

  PlansController(Readers readers, Plans plans) {
    this.readers = readers;
    this.plans = plans;
  }

  @PostMapping("/api/v1/plans")
  @Operation(summary = "What to do by when, and why; nothing is stored")
  PlanAnswer plan(@RequestBody Bodies.Household household, Locale locale) {
    Situation situation = readers.household(household).orRefuse();
    return plans.answer(plans.plan(situation), locale);
  }
}

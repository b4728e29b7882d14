package org.termin.tracker.http;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.SlotPlan;

/** The steps of a route in the caller's language, from the country's pack. */
@Component
public class Steps {
  /** What to do for this document, in order. */
  public List<String> of(Plan plan, SlotPlan slot, Locale locale) {
    return List.of();
  }
}

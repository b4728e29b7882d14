package org.termin.tracker.http;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.Planner;
import org.termin.tracker.Store.StoreClock;

/** Plans for today, as the store's clock has it. */
@Component
public class Plans {
  private final Guidance guidance;
  private final StoreClock clock;
  private final Wordings wordings;

  Plans(Guidance guidance, StoreClock clock, Wordings wordings) {
    this.guidance = guidance;
    this.clock = clock;
    this.wordings = wordings;
  }

  /** The plan where only the country is known. */
  public Plan plan(Situation situation) {
    return Planner.plan(situation, guidance, Zones.today(situation.country(), clock.now()));
  }

  /** The plan of a person whose zone is known. */
  public Plan plan(Situation situation, ZoneId zone) {
    return Planner.plan(situation, guidance, LocalDate.ofInstant(clock.now(), zone));
  }

  /** The same as JSON. */
  public PlanAnswer answer(Plan plan, Locale locale) {
    return PlanAnswer.of(plan, wordings, locale);
  }
}

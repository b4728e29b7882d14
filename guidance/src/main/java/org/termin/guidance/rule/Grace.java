package org.termin.guidance.rule;

import java.time.Period;
import java.util.List;

/**
 * A period after the printed last day in which a late filing is still taken from everyone; excuses
 * and hardship clauses are not a grace.
 */
public record Grace(Claim claim, List<Period> periods) {
  public Grace {
    periods = Periods.checked(periods, claim);
  }
}

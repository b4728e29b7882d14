package org.termin.guidance.rule;

import java.time.Period;
import java.util.List;

/** Until when a step may be filed by its own rule; grace is told apart. */
public sealed interface Closing {

  /** We do not know: the printed last day is planned with, shown as not confirmed. */
  record NotKnown() implements Closing {}

  /**
   * So long before the printed last day (zero: on that day); of several figures the earliest day
   * counts.
   */
  record Before(Claim claim, List<Period> periods) implements Closing {
    public Before {
      periods = Periods.checked(periods, claim);
    }
  }
}

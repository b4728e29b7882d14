package org.termin.guidance.rule;

import java.time.Period;
import java.util.List;

/** From when a step may be filed. */
public sealed interface Opening {

  /** No limit is stated: the step may be filed at any time. */
  record NoLimit() implements Opening {}

  /** We do not know from when the office takes it. */
  record NotKnown() implements Opening {}

  /** So long before the printed last day; of several figures the latest day counts. */
  record Before(Claim claim, List<Period> periods) implements Opening {
    public Before {
      periods = Periods.checked(periods, claim);
    }
  }
}

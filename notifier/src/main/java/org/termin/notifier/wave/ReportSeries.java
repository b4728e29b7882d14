package org.termin.notifier.wave;

import java.util.Objects;
import org.termin.contract.words.Country;

/**
 * What was met at the offices of one country, all reasons together: whoever says now this and now
 * that is still in one draw at a time.
 */
record ReportSeries(Country country) implements Lot {
  ReportSeries {
    Objects.requireNonNull(country, "country");
  }

  @Override
  public String name() {
    return "reports" + country.code();
  }

  @Override
  public String toString() {
    return "ReportSeries";
  }
}

package org.termin.notifier.wave;

import java.time.LocalDate;
import org.termin.contract.words.Hurdle;

/**
 * About how many households of a country last met that hurdle in twelve months.
 *
 * @param households about so many, in steps of five
 * @param drawn the release at which it was drawn
 */
record ReportCell(ReportSeries series, Hurdle hurdle, int households, LocalDate drawn)
    implements Figure<ReportSeries> {
  @Override
  public ReportSeries lot() {
    return series;
  }

  /** It is drawn anew before its months are long ago. */
  @Override
  public boolean isOver(LocalDate day) {
    return false;
  }
}

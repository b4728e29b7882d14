package org.termin.tracker.wave;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Figures as a file for spreadsheets. */
public final class WaveFile {
  public static final String TYPE = "text/csv;charset=UTF-8";

  private WaveFile() {}

  /** A line of names, then a line for each figure; days as 2027-01-31. */
  public static String csv(List<Wave> waves) {
    StringWriter table = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(table)) {
      csv.writeRecord(
          "released", "country", "document", "period_start", "months", "households", "drawn");
      for (Wave one : waves) {
        csv.writeRecord(
            one.released().toString(),
            one.country(),
            one.document(),
            one.periodStart().toString(),
            Integer.toString(one.months()),
            Integer.toString(one.households()),
            one.drawn().toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.toString();
  }
}

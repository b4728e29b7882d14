package org.termin.tracker.http;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The last released table of expiry waves: country-wide, after disclosure control, public. */
@RestController
@Tag(name = "waves")
class WavesController {
  private final JdbcClient jdbc;

  WavesController(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * About so many households in a country have a document of a sort that ends in a period.
   *
   * @param released a Monday, every fourth one
   * @param document the wire word of its sort
   * @param periodStart the first day of a month
   * @param months 1 or 3
   * @param households in steps of five and blurred; never below 45
   * @param drawn the release this figure was drawn for
   */
  record Wave(
      LocalDate released,
      String country,
      String document,
      LocalDate periodStart,
      int months,
      int households,
      LocalDate drawn) {}

  @GetMapping("/api/v1/waves")
  @Operation(summary = "Coming expiry waves by country, document and period; empty until released")
  List<Wave> waves() {
    return jdbc.sql(
            """
            select released, country, document, period_start, months, households, drawn
              from wave.cell
             where released = (select max(released) from wave.release)
             order by country, document, period_start
            """)
        .query(Wave.class)
        .list();
  }

  @GetMapping(value = "/api/v1/waves.csv", produces = "text/csv;charset=UTF-8")
  @Operation(summary = "The same as a table for spreadsheets")
  String table() {
    StringWriter table = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(table)) {
      csv.writeRecord(
          "released", "country", "document", "period_start", "months", "households", "drawn");
      for (Wave one : waves()) {
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

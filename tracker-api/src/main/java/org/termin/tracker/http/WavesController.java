package org.termin.tracker.http;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.termin.tracker.http.ReleasedWaves.Wave;

/** The newest release of waves for programs. */
@RestController
@Tag(name = "waves")
class WavesController {
  private final ReleasedWaves released;

  WavesController(ReleasedWaves released) {
    this.released = released;
  }

  @GetMapping("/api/v1/waves")
  @Operation(summary = "Coming expiry waves by country, document and period; empty until released")
  List<Wave> waves() {
    return released.waves();
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

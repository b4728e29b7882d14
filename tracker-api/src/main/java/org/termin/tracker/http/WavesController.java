package org.termin.tracker.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

  /** So many people in a country whose documents of a sort end in a period. */
  record Wave(
      LocalDate released,
      String country,
      String document,
      LocalDate periodStart,
      int months,
      int people) {}

  @GetMapping("/api/v1/waves")
  @Operation(summary = "Coming expiry waves by country, document and quarter; empty until released")
  List<Wave> waves() {
    return jdbc.sql(
            """
            select released, country, document, period_start, months, people
              from wave.release
             where released = (select max(released) from wave.release)
             order by country, document, period_start
            """)
        .query(Wave.class)
        .list();
  }
}

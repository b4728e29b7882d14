package org.termin.tracker.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The newest release of waves: country-wide, after disclosure control, public. */
@Component
public class ReleasedWaves {
  private final JdbcClient jdbc;

  ReleasedWaves(JdbcClient jdbc) {
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
  public record Wave(
      LocalDate released,
      String country,
      String document,
      LocalDate periodStart,
      int months,
      int households,
      LocalDate drawn) {}

  /** Its day, also where it says nothing of anybody; empty while nothing was ever released. */
  public Optional<LocalDate> newest() {
    return jdbc.sql("select max(released) from wave.release").query(LocalDate.class).optional();
  }

  /** By country, document and period. */
  public List<Wave> waves() {
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
}

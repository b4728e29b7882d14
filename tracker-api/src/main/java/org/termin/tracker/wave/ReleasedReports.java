package org.termin.tracker.wave;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Country;

/** What the newest release says of offices, after disclosure control; public. */
@Component
class ReleasedReports {
  private static final String NEWEST =
      """
      select released, country, reason, households, drawn from wave.report_cell
       where released = (select max(released) from wave.release)
      """;

  private final JdbcClient jdbc;

  ReleasedReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By country and reason. */
  List<Report> all() {
    return jdbc.sql(NEWEST + " order by country, reason").query(Report.class).list();
  }

  /** One country; what many met comes first. */
  List<Report> of(Country country) {
    return jdbc.sql(NEWEST + " and country = :country order by households desc, reason")
        .param("country", country.code())
        .query(Report.class)
        .list();
  }
}

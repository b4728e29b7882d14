package org.termin.notifier.wave;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Country;
import org.termin.contract.words.Hurdle;

/** The tables of what was met at offices. */
@Component
class Reports {
  private static final Map<String, Hurdle> HURDLES =
      Arrays.stream(Hurdle.values()).collect(Collectors.toMap(Hurdle::wire, one -> one));

  private final JdbcClient db;

  Reports(JdbcClient db) {
    this.db = db;
  }

  /** What the newest release before that day says. */
  List<ReportCell> before(LocalDate release) {
    return db.sql(
            """
            select country, reason, households, drawn from wave.report_cell
             where released = (select max(released) from wave.release where released < :day)
            """)
        .param("day", release)
        .query(
            (row, _) ->
                new ReportCell(
                    new ReportSeries(new Country(row.getString("country"))),
                    Objects.requireNonNull(HURDLES.get(row.getString("reason")), "a reason"),
                    row.getInt("households"),
                    row.getObject("drawn", LocalDate.class)))
        .list();
  }

  /** When each country was drawn last. */
  Map<ReportSeries, LocalDate> turns() {
    Map<ReportSeries, LocalDate> turns = new HashMap<>();
    db.sql("select country, drawn from wave.report_draw")
        .query(
            row -> {
              turns.put(
                  new ReportSeries(new Country(row.getString("country"))),
                  row.getObject("drawn", LocalDate.class));
            });
    return turns;
  }

  void write(LocalDate day, Release<ReportSeries, ReportCell> release) {
    for (ReportCell cell : release.cells()) {
      db.sql(
              """
              insert into wave.report_cell (released, country, reason, households, drawn)
              values (:day, :country, :reason, :households, :drawn)
              """)
          .param("day", day)
          .param("country", cell.series().country().code())
          .param("reason", cell.hurdle().wire())
          .param("households", cell.households())
          .param("drawn", cell.drawn())
          .update();
    }
    for (ReportSeries one : release.drawn()) {
      db.sql(
              """
              insert into wave.report_draw (country, drawn) values (:country, :day)
              on conflict (country) do update set drawn = excluded.drawn
              """)
          .param("country", one.country().code())
          .param("day", day)
          .update();
    }
  }
}

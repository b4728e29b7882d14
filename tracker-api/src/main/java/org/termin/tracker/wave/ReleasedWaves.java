package org.termin.tracker.wave;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Country;

/** The newest releases of waves: country-wide, after disclosure control, public. */
@Component
public class ReleasedWaves {
  private final JdbcClient jdbc;

  ReleasedWaves(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest two days, also where they say nothing of anybody; none while nothing was. */
  public List<LocalDate> days() {
    return jdbc.sql("select released from wave.release order by released desc limit 2")
        .query(LocalDate.class)
        .list();
  }

  /** The newest release, by country, document and period. */
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

  /** One country, with what was said of it before. */
  public Release of(Country country) {
    List<LocalDate> days = days();
    if (days.isEmpty()) {
      return Release.of(days, List.of());
    }
    List<Wave> waves =
        jdbc.sql(
                """
                select released, country, document, period_start, months, households, drawn
                  from wave.cell
                 where released in (:days) and country = :country
                 order by document, period_start
                """)
            .param("days", days)
            .param("country", country.code())
            .query(Wave.class)
            .list();
    return Release.of(days, waves);
  }
}

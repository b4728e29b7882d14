package org.termin.notifier.wave;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.JoinCode;

/** The tables of releases. */
@Component
class Releases {
  private static final Map<String, DocumentType> DOCUMENTS =
      Arrays.stream(DocumentType.values())
          .collect(Collectors.toMap(DocumentType::wire, type -> type));

  private final JdbcClient db;

  Releases(JdbcClient db) {
    this.db = db;
  }

  boolean has(LocalDate release) {
    return db.sql("select exists (select from wave.release where released = :day)")
        .param("day", release)
        .query(Boolean.class)
        .single();
  }

  /** Begins a release; false if somebody else has, also while that one's transaction runs. */
  boolean begin(LocalDate release) {
    return db.sql("insert into wave.release (released) values (:day) on conflict do nothing")
            .param("day", release)
            .update()
        == 1;
  }

  /** The communities that are counted, by their join codes. */
  Map<JoinCode, UUID> communities() {
    Map<JoinCode, UUID> found = new LinkedHashMap<>();
    db.sql("select id, join_code from organiser.community where active order by id")
        .query(
            row -> {
              found.put(new JoinCode(row.getString(2)), row.getObject(1, UUID.class));
            });
    return found;
  }

  /** What the newest release before that day says. */
  List<Cell> before(LocalDate release) {
    return db.sql(
            """
            with newest as (select max(released) as day from wave.release where released < :day)
            select :everybody::uuid as scope, country, document,
                   period_start, months, households, drawn
              from wave.cell join newest on released = day
            union all
            select community, country, document, period_start, months, households, drawn
              from wave.community_cell join newest on released = day
            """)
        .param("day", release)
        .param("everybody", Series.EVERYBODY)
        .query((row, _) -> cell(row))
        .list();
  }

  private static Cell cell(ResultSet row) throws SQLException {
    LocalDate start = row.getObject("period_start", LocalDate.class);
    return new Cell(
        series(row),
        new Period(YearMonth.from(start), row.getInt("months")),
        row.getInt("households"),
        row.getObject("drawn", LocalDate.class));
  }

  private static Series series(ResultSet row) throws SQLException {
    return new Series(
        row.getObject("scope", UUID.class),
        new Country(row.getString("country")),
        Objects.requireNonNull(DOCUMENTS.get(row.getString("document")), "a sort of document"));
  }

  /** When each series was drawn last. */
  Map<Series, LocalDate> turns() {
    Map<Series, LocalDate> turns = new HashMap<>();
    db.sql("select scope, country, document, drawn from wave.draw")
        .query(
            row -> {
              turns.put(series(row), row.getObject("drawn", LocalDate.class));
            });
    return turns;
  }

  void write(LocalDate day, Release<Series, Cell> release) {
    release.cells().forEach(cell -> write(day, cell));
    for (Series one : release.drawn()) {
      db.sql(
              """
              insert into wave.draw (scope, country, document, drawn)
              values (:scope, :country, :document, :day)
              on conflict (scope, country, document) do update set drawn = excluded.drawn
              """)
          .param("scope", one.scope())
          .param("country", one.country().code())
          .param("document", one.document().wire())
          .param("day", day)
          .update();
    }
  }

  private void write(LocalDate day, Cell cell) {
    Series series = cell.series();
    boolean all = series.scope().equals(Series.EVERYBODY);
    db.sql(
            all
                ? """
                insert into wave.cell
                  (released, country, document, period_start, months, households, drawn)
                values (:day, :country, :document, :start, :months, :households, :drawn)
                """
                : """
                insert into wave.community_cell
                  (released, country, document, period_start, months, households, drawn, community)
                values (:day, :country, :document, :start, :months, :households, :drawn, :scope)
                """)
        .param("day", day)
        .param("country", series.country().code())
        .param("document", series.document().wire())
        .param("start", cell.period().first().atDay(1))
        .param("months", cell.period().months())
        .param("households", cell.households())
        .param("drawn", cell.drawn())
        .param("scope", series.scope())
        .update();
  }
}

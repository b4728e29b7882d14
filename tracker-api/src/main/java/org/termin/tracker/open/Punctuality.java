package org.termin.tracker.open;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.tracker.web.Say;

/** What was counted of the last weeks, in words; the notifier has taken every count out of it. */
@Component
public class Punctuality {
  private static final int WEEKS = 5;
  private static final int DAYS_OF_WEEK = 7;

  /** Nobody has counted for longer than this: what is shown may be old. */
  private static final int SILENT_DAYS = 2;

  private static final int URGENT = 0;
  private static final int CALM = 1;

  private final JdbcClient db;

  Punctuality(JdbcClient db) {
    this.db = db;
  }

  /**
   * What the page shows.
   *
   * @param counted the day on which somebody last counted
   * @param stale whether that is too long ago
   * @param newest a sentence for each lane of which something can be said
   */
  public record Shown(String counted, boolean stale, List<String> newest, List<Week> weeks) {}

  /** One line of the table. */
  public record Week(String days, String urgent, String calm) {}

  private record Cell(LocalDate week, int lane, @Nullable Integer inTime) {}

  /** Empty while nobody has ever counted. */
  public Optional<Shown> on(LocalDate today, Say say) {
    Optional<LocalDate> counted =
        db.sql("select day from wave.counted").query(LocalDate.class).optional();
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    LocalDate monday = today.with(previousOrSame(MONDAY));
    Map<LocalDate, Map<Integer, String>> said = new HashMap<>();
    List<String> newest = new ArrayList<>();
    boolean[] found = new boolean[CALM + 1];
    for (Cell cell : cells(monday.minusWeeks(WEEKS))) {
      String share = say.text("state.share." + (cell.inTime() == null ? "few" : cell.inTime()));
      said.computeIfAbsent(cell.week(), _ -> new HashMap<>()).put(cell.lane(), share);
      if (cell.inTime() != null && !found[cell.lane()]) {
        found[cell.lane()] = true;
        newest.add(say.text("state.newest." + cell.lane(), days(cell.week(), say), share));
      }
    }
    List<Week> weeks = new ArrayList<>();
    for (int ago = 1; ago <= WEEKS; ago++) {
      LocalDate week = monday.minusWeeks(ago);
      Map<Integer, String> lanes = said.getOrDefault(week, Map.of());
      weeks.add(
          new Week(
              days(week, say),
              lanes.getOrDefault(URGENT, notSaid(week, URGENT, today, say)),
              lanes.getOrDefault(CALM, notSaid(week, CALM, today, say))));
    }
    return Optional.of(
        new Shown(
            say.date(counted.get()),
            counted.get().isBefore(today.minusDays(SILENT_DAYS)),
            newest,
            weeks));
  }

  private List<Cell> cells(LocalDate from) {
    return db.sql(
            """
            select week, lane, in_time from wave.punctuality where week >= :from
             order by week desc, lane
            """)
        .param("from", from)
        .query(Cell.class)
        .list();
  }

  /** A week is counted when its last reminder can no longer be in time. */
  private static String notSaid(LocalDate week, int lane, LocalDate today, Say say) {
    int grace = lane == URGENT ? 2 : 7;
    boolean over = week.plusDays(DAYS_OF_WEEK).plusDays(grace).isBefore(today);
    return say.text(over ? "state.share.unknown" : "state.share.soon");
  }

  private static String days(LocalDate week, Say say) {
    return say.date(week) + " – " + say.date(week.plusDays(DAYS_OF_WEEK - 1));
  }
}

package org.termin.scheduler.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.TriggerUtils;
import org.quartz.spi.OperableTrigger;
import org.termin.scheduler.ledger.ScanSettings;
import org.termin.testkit.Figures;

/** No run is skipped or doubled on the days on which clocks change, wherever the machine stands. */
class TimetableTest {
  private static final Duration EVERY = Duration.ofSeconds(15);

  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Warsaw"),
          ZoneId.of("Europe/Vilnius"),
          ZoneId.of("Asia/Tbilisi"),
          ZoneId.of("America/New_York"));

  private static final List<LocalDate> CHANGES =
      List.of(
          LocalDate.of(2026, 3, 8),
          LocalDate.of(2026, 3, 29),
          LocalDate.of(2026, 10, 25),
          LocalDate.of(2026, 11, 1));

  private final TimeZone usual = TimeZone.getDefault();

  @AfterEach
  void putTheZoneBack() {
    TimeZone.setDefault(usual);
  }

  @Test
  void scansComeEvenlyOnTheDaysOnWhichClocksChange() {
    int runs = 0;
    List<Duration> gaps = new ArrayList<>();
    for (ZoneId zone : ZONES) {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      for (LocalDate day : CHANGES) {
        List<Instant> fired = scansOf(day, zone);
        runs += fired.size();
        for (int n = 1; n < fired.size(); n++) {
          gaps.add(Duration.between(fired.get(n - 1), fired.get(n)));
        }
      }
    }
    boolean even = gaps.stream().allMatch(EVERY::equals);
    Figures.record(
        "R7",
        "days on which clocks change, in Warsaw, Vilnius, Tbilisi and New York",
        0,
        "mvn verify -pl scheduler -am -Dtest=TimetableTest -Dsurefire.failIfNoSpecifiedTests=false",
        "%d scans of 16 local days, longest gap %d s, interval %d s"
            .formatted(
                runs,
                gaps.stream().mapToLong(Duration::toSeconds).max().orElse(-1),
                EVERY.toSeconds()),
        even);
    assertThat(gaps).isNotEmpty().containsOnly(EVERY);
  }

  /** When Quartz would fire from one local midnight to the next. */
  private static List<Instant> scansOf(LocalDate day, ZoneId zone) {
    OperableTrigger scan =
        (OperableTrigger)
            new Timetable(
                    new ScanSettings(EVERY, 1, 1, Duration.ofMinutes(10), Duration.ofMinutes(3)))
                .entries()
                .getFirst()
                .trigger();
    Instant from = day.atStartOfDay(zone).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
    scan.setStartTime(Date.from(from));
    return TriggerUtils.computeFireTimesBetween(scan, null, Date.from(from), Date.from(to)).stream()
        .map(Date::toInstant)
        .toList();
  }
}

package org.termin.notifier.punctuality;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LaneTest {
  @Property
  void aWeekIsCountedOnlyWhenItsLastReminderHasHadItsDays(
      @ForAll Lane lane, @ForAll @IntRange(max = 4_000) int days) {
    LocalDate today = LocalDate.of(2026, 1, 1).plusDays(days);
    LocalDate week = lane.newest(today);
    assertThat(week.getDayOfWeek()).isEqualTo(MONDAY);
    assertThat(lane.last(week.plusDays(6))).isBefore(today);
    assertThat(lane.last(week.plusDays(13))).isAfterOrEqualTo(today);
    // attempts are kept for 33 days
    assertThat(week).isAfter(today.minusDays(22));
  }
}

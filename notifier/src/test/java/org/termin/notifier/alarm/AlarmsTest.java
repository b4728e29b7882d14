package org.termin.notifier.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class AlarmsTest {
  private final MockClock clock = new MockClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
  private final Alarms alarms = new Alarms(meters);

  @Test
  void aConditionIsActiveUntilItIsCleared() {
    alarms.raise(Alarm.DUE_UNSENT, 3);
    clock.add(Duration.ofDays(3));
    assertThat(alarms.active()).containsExactly(Alarm.DUE_UNSENT);
    assertThat(gauge(Alarm.DUE_UNSENT)).isOne();
    alarms.clear(Alarm.DUE_UNSENT);
    assertThat(alarms.active()).isEmpty();
    assertThat(gauge(Alarm.DUE_UNSENT)).isZero();
  }

  @Test
  void anEventIsShownForADay() {
    alarms.raise(Alarm.EXPIRED_UNSENT, 1);
    clock.add(Duration.ofHours(23));
    assertThat(alarms.active()).containsExactly(Alarm.EXPIRED_UNSENT);
    clock.add(Duration.ofHours(2));
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void aConditionThatLastsIsSaidOnceAnHour() {
    for (int minute = 0; minute < 119; minute++) {
      alarms.raise(Alarm.SCAN_MISSING, 1);
      clock.add(Duration.ofMinutes(1));
    }
    assertThat(raised(Alarm.SCAN_MISSING)).isEqualTo(2);
  }

  @Test
  void nothingIsNoAlarm() {
    alarms.raise(Alarm.NOT_TOLD, 0);
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void anAlarmCallsAPersonAndStopsNoMachine() {
    AlarmsHealth health = new AlarmsHealth(alarms);
    alarms.raise(Alarm.CANARY_SILENT, 1);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(health.health().getDetails())
        .containsEntry("CANARY_SILENT", Alarm.CANARY_SILENT.advice());
  }

  private double gauge(Alarm alarm) {
    return meters.get("termin.alarm").tag("name", alarm.name()).gauge().value();
  }

  private double raised(Alarm alarm) {
    return meters.get("termin.alarm.raised").tag("name", alarm.name()).counter().count();
  }
}

package org.termin.notifier.alarm;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The active alarms by name, with what to do. The service stays up and ready: an alarm calls a
 * person, it must not make a machine stop what still works.
 */
@Component("alarmsHealthIndicator")
final class AlarmsHealth implements HealthIndicator {
  private final Alarms alarms;

  AlarmsHealth(Alarms alarms) {
    this.alarms = alarms;
  }

  @Override
  public Health health() {
    Map<String, Object> names = new TreeMap<>();
    alarms.active().forEach(alarm -> names.put(alarm.name(), alarm.advice()));
    return Health.up().withDetails(names).build();
  }
}

package org.termin.notifier.alarm;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.termin.notifier.alarm.Alarm.Lasts;

/**
 * The one place where a service calls for help: one ERROR line with a name and a count, a gauge
 * {@code termin.alarm{name}} that is 1 while the alarm is active, and a counter {@code
 * termin.alarm.raised{name}}. Never a contact, a date or an id: only how many.
 */
@Component
public class Alarms {

  private static final Logger log = LoggerFactory.getLogger(Alarms.class);
  private static final Duration SAY_AGAIN = Duration.ofHours(1);

  private final MeterRegistry meters;
  private final Clock clock;
  private final Map<Alarm, Active> active = new EnumMap<>(Alarm.class);

  public Alarms(MeterRegistry meters) {
    this.meters = meters;
    this.clock = meters.config().clock();
    for (Alarm alarm : Alarm.values()) {
      Gauge.builder("termin.alarm", () -> isActive(alarm) ? 1 : 0)
          .tag("name", alarm.name())
          .description(alarm.advice())
          .register(meters);
    }
  }

  /**
   * Makes an alarm active, or keeps it so. A condition that lasts is said once an hour, an event
   * each time.
   *
   * @param count how many rows, people or seconds it is about; at least 1 to be an alarm
   */
  public void raise(Alarm alarm, long count) {
    if (count <= 0) {
      return;
    }
    if (shouldSay(alarm)) {
      meters.counter("termin.alarm.raised", "name", alarm.name()).increment();
      log.error("ALARM {}: {} – {}", alarm, count, alarm.advice());
    }
  }

  /** Ends a condition; says so if it was active. */
  public void clear(Alarm alarm) {
    boolean was;
    synchronized (active) {
      was = active.remove(alarm) != null;
    }
    if (was) {
      log.info("alarm {} is over", alarm);
    }
  }

  /** Raises for a count above zero, else clears. */
  public void set(Alarm alarm, long count) {
    if (count > 0) {
      raise(alarm, count);
    } else {
      clear(alarm);
    }
  }

  /** What is active now. */
  public Set<Alarm> active() {
    EnumSet<Alarm> now = EnumSet.noneOf(Alarm.class);
    for (Alarm alarm : Alarm.values()) {
      if (isActive(alarm)) {
        now.add(alarm);
      }
    }
    return now;
  }

  private boolean isActive(Alarm alarm) {
    synchronized (active) {
      Active since = active.get(alarm);
      return since != null
          && (alarm.lasts() == Lasts.UNTIL_CLEARED
              || clock.monotonicTime() - since.raised < Duration.ofDays(1).toNanos());
    }
  }

  private boolean shouldSay(Alarm alarm) {
    long now = clock.monotonicTime();
    synchronized (active) {
      Active before = active.get(alarm);
      boolean say =
          before == null
              || alarm.lasts() == Lasts.A_DAY
              || now - before.said >= SAY_AGAIN.toNanos();
      active.put(alarm, new Active(now, say || before == null ? now : before.said));
      return say;
    }
  }

  /** In nanoseconds of a clock that only ever runs forward. */
  private record Active(long raised, long said) {}
}

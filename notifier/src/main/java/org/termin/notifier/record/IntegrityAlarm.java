package org.termin.notifier.record;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;

/**
 * Says aloud that a row does not hold what was written; such a row is held, never repaired here.
 */
@Component
final class IntegrityAlarm {
  private final Set<UUID> held = ConcurrentHashMap.newKeySet();
  private final Alarms alarms;

  IntegrityAlarm(MeterRegistry meters, Alarms alarms) {
    this.alarms = alarms;
    meters.gauge("termin.records.held", held, Set::size);
  }

  void raise(UUID id) {
    if (held.add(id)) {
      alarms.raise(Alarm.RECORD_HELD, held.size());
    }
  }

  void settled(UUID id) {
    if (!held.isEmpty() && held.remove(id)) {
      alarms.set(Alarm.RECORD_HELD, held.size());
    }
  }
}

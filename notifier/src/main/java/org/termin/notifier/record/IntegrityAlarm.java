package org.termin.notifier.record;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says aloud that a row does not hold what was written; such a row is held, never repaired here.
 */
@Component
final class IntegrityAlarm {
  private static final Logger log = LoggerFactory.getLogger(IntegrityAlarm.class);
  private final Set<UUID> held = ConcurrentHashMap.newKeySet();

  IntegrityAlarm(MeterRegistry meters) {
    meters.gauge("termin.records.held", held, Set::size);
  }

  void raise(UUID id) {
    if (held.add(id)) {
      log.error(
          "ALARM: a record does not open under its row's values; it is held and nothing is sent to"
              + " it");
    }
  }

  void settled(UUID id) {
    if (!held.isEmpty()) {
      held.remove(id);
    }
  }
}

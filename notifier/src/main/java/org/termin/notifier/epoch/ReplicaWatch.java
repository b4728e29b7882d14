package org.termin.notifier.epoch;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.keys.Keyring;

/**
 * Brings the replica of the keys up to date and says when it is behind: as long as it is, this disk
 * is the only one that knows who has stopped.
 */
@Component
class ReplicaWatch {
  private final Keyring keys;
  private final Alarms alarms;

  ReplicaWatch(Keyring keys, Alarms alarms) {
    this.keys = keys;
    this.alarms = alarms;
  }

  @Scheduled(
      initialDelayString = "${termin.keys.compare:1m}",
      fixedDelayString = "${termin.keys.compare:1m}")
  void look() {
    alarms.set(Alarm.REPLICA_BEHIND, keys.catchUp().size());
  }
}

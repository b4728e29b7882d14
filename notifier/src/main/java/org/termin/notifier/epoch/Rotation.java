package org.termin.notifier.epoch;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.EpochKeys;
import org.termin.notifier.CannotStart;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.keys.EpochLog;
import org.termin.notifier.keys.EpochLog.Life;
import org.termin.notifier.keys.Keyring;

/** Makes the next key when the newest has had its time: the real clock's, never the simulated. */
@Component
public class Rotation {
  private static final Logger log = LoggerFactory.getLogger(Rotation.class);

  private final Keyring keys;
  private final Register register;
  private final Alarms alarms;
  private final Clock clock;
  private final EpochSettings settings;

  Rotation(Keyring keys, Register register, Alarms alarms, Clock clock, EpochSettings settings) {
    this.keys = keys;
    this.register = register;
    this.alarms = alarms;
    this.clock = clock;
    this.settings = settings;
  }

  /** Learns of keys others made, notes those nobody has noted, makes the next one if it is time. */
  @Scheduled(
      initialDelayString = "${termin.keys.first-look:1s}",
      fixedDelayString = "${termin.keys.look:1h}")
  public void look() {
    Instant now = clock.instant();
    keys.refresh();
    alarms.set(Alarm.KEYS_DIFFER, strangers());
    EpochLog.History history = noted(now);
    Life newest = history.lives().get(keys.newest().number());
    if (newest != null && !now.isBefore(newest.made().plus(settings.epoch()))) {
      try {
        rotate();
      } catch (CannotStart refused) {
        // the old key goes on serving; what is wrong is said until somebody mends it
        log.error("{}", refused.getMessage());
        alarms.set(Alarm.KEYS_DIFFER, 1);
      }
    }
  }

  /** Makes the next key now; everything new is sealed under it. */
  public EpochKeys rotate() {
    EpochKeys next = keys.next(register);
    noted(clock.instant());
    log.info("epoch {} has begun", next.number());
    return next;
  }

  /** Living keys that somebody else has another one for. */
  private long strangers() {
    return keys.living().stream()
        .filter(living -> !register.claim(living.number(), living.publicKey().fingerprint()))
        .count();
  }

  private EpochLog.History noted(Instant now) {
    EpochLog.History known = keys.log().read();
    for (EpochKeys living : keys.living()) {
      if (!known.lives().containsKey(living.number())) {
        keys.log().made(living.number(), now);
      }
    }
    return keys.log().read();
  }
}

package org.termin.notifier.epoch;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.EpochKeys;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.keys.EpochLog;
import org.termin.notifier.keys.EpochLog.History;
import org.termin.notifier.keys.EpochLog.Life;
import org.termin.notifier.keys.Keyring;

/**
 * Destroys a key because nothing needs it, never because it is old: nothing is sealed under it
 * anywhere, counted over a day on the primary; a backup completed since holds nothing of it either;
 * and two newer keys are there. Until then it stays, reminders go on, and an alarm says that the
 * promise of erasure is late.
 */
@Component
public class Destruction {
  private static final Logger log = LoggerFactory.getLogger(Destruction.class);

  private final Keyring keys;
  private final Remaining remaining;
  private final Alarms alarms;
  private final Clock clock;
  private final EpochSettings settings;

  Destruction(
      Keyring keys, Remaining remaining, Alarms alarms, Clock clock, EpochSettings settings) {
    this.keys = keys;
    this.remaining = remaining;
    this.alarms = alarms;
    this.clock = clock;
    this.settings = settings;
  }

  /** Counts, destroys what may go, and says whether the promise is late; the epochs destroyed. */
  @Scheduled(
      initialDelayString = "${termin.keys.look:1h}",
      fixedDelayString = "${termin.keys.look:1h}")
  public List<Integer> look() {
    if (!remaining.isPrimary()) {
      return List.of();
    }
    Instant now = clock.instant();
    List<Integer> destroyed = new ArrayList<>();
    for (int epoch : old()) {
      if (mayGo(epoch, now) && isDestroyed(epoch)) {
        keys.log().destroyed(epoch, now);
        destroyed.add(epoch);
        log.info("the key of epoch {} is destroyed: nothing needed it", epoch);
      }
    }
    alarms.set(Alarm.ERASURE_LATE, late(now));
    return List.copyOf(destroyed);
  }

  /** Not while its copy cannot be: the next look tries again, and says whether it is late. */
  private boolean isDestroyed(int epoch) {
    try {
      keys.destroy(epoch);
      return true;
    } catch (UncheckedIOException e) {
      log.error("the key of epoch {} could not be destroyed everywhere", epoch);
      return false;
    }
  }

  /** Living epochs with two newer ones, oldest first. */
  private List<Integer> old() {
    List<Integer> living = keys.living().stream().map(EpochKeys::number).toList().reversed();
    return living.subList(0, Math.max(0, living.size() - 2));
  }

  private boolean mayGo(int epoch, Instant now) {
    EpochLog log = keys.log();
    boolean needed = !remaining.of(epoch).isEmpty();
    History history = log.read();
    Life life = history.lives().get(epoch);
    @Nullable Instant emptySince = life == null ? null : life.emptySince();
    if (needed) {
      if (emptySince != null) {
        log.needed(epoch, now);
      }
      return false;
    }
    if (emptySince == null) {
      log.empty(epoch, now);
      return false;
    }
    Instant backup = history.backup();
    return !now.isBefore(emptySince.plus(settings.empty()))
        && backup != null
        && backup.isAfter(emptySince);
  }

  /** How many old keys are still there although a second newer one has been for days. */
  long late(Instant now) {
    var lives = keys.log().read().lives();
    List<Integer> living = keys.living().stream().map(EpochKeys::number).toList().reversed();
    return old().stream()
        .map(epoch -> lives.get(living.get(living.indexOf(epoch) + 2)))
        .filter(second -> second != null && now.isAfter(second.made().plus(settings.late())))
        .count();
  }
}

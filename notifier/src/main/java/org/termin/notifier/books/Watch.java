package org.termin.notifier.books;

import static org.termin.notifier.alarm.Alarm.DUE_UNSENT;
import static org.termin.notifier.alarm.Alarm.INBOX_WAITING;
import static org.termin.notifier.alarm.Alarm.LEASES_EXPIRED;
import static org.termin.notifier.alarm.Alarm.NOTHING_SENT_EMAIL;
import static org.termin.notifier.alarm.Alarm.NOTHING_SENT_SMS;
import static org.termin.notifier.alarm.Alarm.NOT_TOLD;
import static org.termin.notifier.alarm.Alarm.OUTCOMES_UNKNOWN;
import static org.termin.notifier.alarm.Alarm.SCAN_MISSING;
import static org.termin.notifier.alarm.Alarm.STORE_AWAY;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;

/**
 * Looks every minute for what is not happening: alarms on absence, because whatever is broken can
 * seldom say so itself.
 */
@Component
public class Watch {

  private static final Logger log = LoggerFactory.getLogger(Watch.class);

  private final JdbcClient db;
  private final WatchSettings settings;
  private final Alarms alarms;
  private final Clock clock;
  private final boolean simulated;
  private final Lingering queued = new Lingering();
  private final Lingering inbox = new Lingering();
  private final long started;

  Watch(
      JdbcClient db,
      WatchSettings settings,
      Alarms alarms,
      MeterRegistry meters,
      @Value("${termin.simulated-clock:false}") boolean simulated) {
    this.db = db;
    this.settings = settings;
    this.alarms = alarms;
    this.clock = meters.config().clock();
    this.simulated = simulated;
    this.started = clock.monotonicTime();
    Gauge.builder("termin.age", () -> inbox.oldest(clock.monotonicTime()).toSeconds())
        .baseUnit("seconds")
        .tag("of", "inbox")
        .description("How long the oldest has waited; since the last scan")
        .register(meters);
  }

  @Scheduled(
      fixedDelayString = "${termin.watch.every:60s}",
      initialDelayString = "${termin.watch.every:60s}")
  void everyMinute() {
    // simulated hours pass between two answers of the scheduler; whoever moves the clock looks
    if (!simulated) {
      look();
    }
  }

  /** Raises and clears what is absent now. */
  public void look() {
    try {
      judge(Sight.of(db, settings));
      alarms.clear(STORE_AWAY);
    } catch (DataAccessException e) {
      // nothing else is known, so nothing is cleared
      alarms.raise(STORE_AWAY, 1);
      log.warn("the watch sees nothing ({})", e.getClass().getSimpleName());
    }
  }

  private void judge(Sight sight) {
    long now = clock.monotonicTime();
    Long scanned = sight.scan();
    long silent = scanned == null ? Duration.ofNanos(now - started).toSeconds() : scanned;
    set(SCAN_MISSING, silent > settings.scan().toSeconds(), silent);
    long stuck = queued.longerThan(settings.queued(), sight.queued(), now);
    boolean due = sight.due() > settings.due().toSeconds();
    boolean dueLater = sight.dueLater() > settings.dueLater().toSeconds();
    set(DUE_UNSENT, due || dueLater || stuck > 0, 1);
    alarms.set(LEASES_EXPIRED, sight.leases());
    alarms.set(OUTCOMES_UNKNOWN, sight.unknown());
    alarms.set(INBOX_WAITING, inbox.longerThan(settings.inbox(), sight.inbox(), now));
    set(NOTHING_SENT_SMS, sight.texts() >= settings.expected(), sight.texts());
    set(NOTHING_SENT_EMAIL, sight.mails() >= settings.expected(), sight.mails());
    alarms.set(NOT_TOLD, sight.notTold());
  }

  private void set(Alarm alarm, boolean active, long count) {
    alarms.set(alarm, active ? Math.max(1, count) : 0);
  }
}

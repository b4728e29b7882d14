package org.termin.notifier.winddown;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.notifier.keys.KeySettings;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.WindDownLog.Standing;
import org.termin.notifier.record.StoreClock;

/**
 * The last act: when everybody was told, the notice is over and nothing is under way, every key is
 * destroyed and every row about a person deleted. Until then anything that hinders it keeps
 * reminders going.
 */
@Component
public class Ending {
  private static final Logger log = LoggerFactory.getLogger(Ending.class);

  /** What nobody will ask about any more is not waited for. */
  private static final String UNDER_WAY =
      """
      ledger.attempt
       where state = 'DISPATCHED' or state = 'UNKNOWN' and wake_at < 'infinity'
      """;

  private final WindDown windDown;
  private final Farewells farewells;
  private final StoreClock store;
  private final Clock clock;
  private final JdbcClient db;
  private final KeySettings keys;
  private final Keyring keyring;
  private final WindDownSettings settings;
  private final boolean simulated;
  private final ApplicationEventPublisher events;

  Ending(
      WindDown windDown,
      Farewells farewells,
      StoreClock store,
      Clock clock,
      JdbcClient db,
      KeySettings keys,
      Keyring keyring,
      WindDownSettings settings,
      @Value("${termin.simulated-clock:false}") boolean simulated,
      ApplicationEventPublisher events) {
    this.events = events;
    this.windDown = windDown;
    this.farewells = farewells;
    this.store = store;
    this.clock = clock;
    this.db = db;
    this.keys = keys;
    this.keyring = keyring;
    this.settings = settings;
    this.simulated = simulated;
  }

  /** Ends the service if nothing stands in the way; whether it has ended. */
  @Scheduled(
      initialDelayString = "${termin.wind-down.look:10m}",
      fixedDelayString = "${termin.wind-down.look:10m}")
  public boolean look() {
    if (windDown.history().standing() instanceof Standing.Closing closing
        && hindrance(closing, farewells::sweep).isEmpty()) {
      windDown.end(closing);
    }
    if (!(windDown.history().standing() instanceof Standing.Ended)) {
      return false;
    }
    // by whoever looks, and again after whatever stopped it half way: only then there is nothing
    // left
    Remains.remove(db, keys);
    log.warn("the service has ended: every key is destroyed, nobody is known any more");
    events.publishEvent(new ServiceEnded());
    return true;
  }

  /**
   * What keeps the service from ending now, in one sentence; nothing: it may. Everybody is counted
   * only if nothing else is in the way.
   */
  Optional<String> hindrance(Standing.Closing closing, Supplier<Farewells.Progress> counted) {
    LocalDate today = store.today();
    if (!today.isAfter(closing.until())) {
      return Optional.of("The last day is not over.");
    }
    Instant notice = closing.agreed().plus(Duration.ofDays(settings.notice()));
    // a clock that can be moved forward exists only where nothing leaves the machine
    if (!simulated && clock.instant().isBefore(notice)) {
      return Optional.of("By this machine's clock the notice is not over.");
    }
    if (!keyring.missingInReplica().isEmpty()) {
      return Optional.of("The replica of the keys is not there, and would keep them.");
    }
    if (counted.get().waiting() > 0) {
      return Optional.of("Somebody has not been told yet.");
    }
    if (count(UNDER_WAY) > 0) {
      return Optional.of("What became of a message is not known yet.");
    }
    boolean copies = count("ledger.attempt where provider_ref is not null") > 0;
    return copies && !today.isAfter(closing.until().plusDays(settings.copies()))
        ? Optional.of("The provider has not deleted its copies yet.")
        : Optional.empty();
  }

  private long count(String what) {
    return db.sql("select count(*) from " + what).query(Long.class).single();
  }
}

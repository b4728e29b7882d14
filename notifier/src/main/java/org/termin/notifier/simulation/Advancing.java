package org.termin.notifier.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.notifier.erasure.Erasure;
import org.termin.notifier.intake.Intake;
import org.termin.notifier.plan.StalePlans;
import org.termin.notifier.sweep.Forgetting;
import org.termin.notifier.sweep.Sweeps;
import org.termin.notifier.verification.CodeSender;
import org.termin.notifier.winddown.Farewells;

/** Lives through simulated time hour by hour; hours in which nothing wakes are skipped. */
@Component
@ConditionalOnProperty("termin.simulated-clock")
class Advancing {

  /** Real time in which everybody must have caught up with one step. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Real time after which what is queued is said again: its minutes do not pass meanwhile. */
  private static final Duration REPUBLISH = Duration.ofSeconds(20);

  private static final long LOOK_NANOS = 1_000_000;
  private static final int FORGET_DAYS = 30;

  private final Clock clock;
  private final Sweeps sweeps;
  private final Forgetting forgetting;
  private final Erasure erasure;
  private final CodeSender codes;
  private final Intake intake;
  private final StalePlans plans;
  private final Farewells farewells;
  private final DailyJobs daily;
  private final JdbcClient db;
  private LocalDate forget = LocalDate.MIN;

  Advancing(
      Clock clock,
      Sweeps sweeps,
      Forgetting forgetting,
      Erasure erasure,
      CodeSender codes,
      Intake intake,
      StalePlans plans,
      Farewells farewells,
      DailyJobs daily,
      JdbcClient db) {
    this.clock = clock;
    this.sweeps = sweeps;
    this.forgetting = forgetting;
    this.erasure = erasure;
    this.codes = codes;
    this.intake = intake;
    this.plans = plans;
    this.farewells = farewells;
    this.daily = daily;
    this.db = db;
  }

  /** What a stretch of simulated time brought. */
  record Lived(
      Instant now, int steps, Map<String, Integer> reminders, Map<String, Integer> attempts) {}

  /** Somebody did not catch up with a step; the clock stands where it stands. */
  static final class Stuck extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stuck(String what) {
      super(what);
    }
  }

  /** One caller at a time: there is one clock. */
  synchronized Lived advance(Duration by) {
    Instant end = clock.now().plus(by);
    settle();
    int steps = 0;
    LocalDate swept = LocalDate.MIN;
    for (Instant now = clock.now(); now.isBefore(end); steps++) {
      Instant hour = Clock.nextHour(clock.nextWake());
      if (!hour.isAfter(now)) {
        hour = Clock.nextHour(now.plusSeconds(1));
      }
      long step = clock.moveTo(hour.isBefore(end) ? hour : end);
      until("the scheduler does not answer the clock", () -> clock.scanned() >= step);
      now = clock.now();
      LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
      boolean morning = today.isAfter(swept);
      if (morning) {
        swept = today;
        sweep(today);
      }
      settle();
      if (morning) {
        daily.run();
      }
    }
    return new Lived(clock.now(), steps, counts("ledger.reminder"), counts("ledger.attempt"));
  }

  private void settle() {
    if (clock.attemptsWake()) {
      sweeps.run();
    }
    codes.sweep();
    erasure.sweep();
    until("a message or a reminder is not finished", clock::settled, clock::wakeQueued);
  }

  private void sweep(LocalDate today) {
    intake.sweep();
    plans.sweep();
    farewells.sweep();
    sweeps.run();
    // looks at every finished row, and has weeks of time
    if (!today.isBefore(forget)) {
      forgetting.sweep();
      forget = today.plusDays(FORGET_DAYS);
    }
  }

  private static void until(String what, BooleanSupplier done) {
    until(what, done, () -> {});
  }

  private static void until(String what, BooleanSupplier done, Runnable urge) {
    long begun = System.nanoTime();
    long urged = begun;
    while (!done.getAsBoolean()) {
      long now = System.nanoTime();
      if (now - begun > PATIENCE.toNanos()) {
        throw new Stuck(what);
      }
      if (now - urged > REPUBLISH.toNanos()) {
        urge.run();
        urged = now;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private Map<String, Integer> counts(String table) {
    Map<String, Integer> counts = new TreeMap<>();
    db.sql("select state, count(*) as rows from " + table + " group by state")
        .query((row, _) -> counts.put(row.getString("state"), row.getInt("rows")))
        .list();
    return counts;
  }
}

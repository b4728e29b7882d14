package org.termin.scheduler.quartz;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.termin.scheduler.ledger.Ledger;

/** Starts what makes the scan run: Quartz and the watchdog, or the simulated clock alone. */
@Component
final class Clockwork implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

  private final Ledger ledger;
  private final Scheduler quartz;
  private final Registration registration;
  private final Watchdog watchdog;
  private final SimulatedTime simulated;
  private final List<Thread> threads = new ArrayList<>();

  Clockwork(
      Ledger ledger,
      Scheduler quartz,
      Registration registration,
      Watchdog watchdog,
      SimulatedTime simulated) {
    this.ledger = ledger;
    this.quartz = quartz;
    this.registration = registration;
    this.watchdog = watchdog;
    this.simulated = simulated;
  }

  @Override
  public void start() {
    if (ledger.simulated()) {
      LOG.info("The clock of this database is simulated: Quartz stays still.");
      run("termin-simulated-time", simulated);
      return;
    }
    try {
      registration.register();
      quartz.start();
    } catch (SchedulerException | SQLException failed) {
      throw new IllegalStateException("Quartz could not be started", failed);
    }
    run("termin-watchdog", watchdog);
  }

  private void run(String name, Runnable work) {
    threads.add(Thread.ofPlatform().name(name).daemon().start(work));
  }

  @Override
  public void stop() {
    // the threads have been told by Closing; a scan in progress ends after its statement
    threads.forEach(Thread::interrupt);
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return !threads.isEmpty();
  }
}

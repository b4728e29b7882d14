package org.termin.notifier.delivery;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.channel.Fuse.Pass;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outgoing;

/** The threads that hold requests under way: one request each, and then its outcome. */
@Component
public class Dispatcher implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Carriers carriers;
  private final Outcomes outcomes;
  private final ExecutorService threads;
  private final Duration useful;
  private final AtomicInteger underWay = new AtomicInteger();

  Dispatcher(Carriers carriers, Outcomes outcomes, DeliverySettings settings) {
    this.carriers = carriers;
    this.outcomes = outcomes;
    this.useful = settings.lease().plus(settings.unknownAfter());
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            settings.inFlight(),
            settings.inFlight(),
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> new Thread(work, "send-" + number.incrementAndGet()));
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
  }

  /** Runs work that may claim, send and settle. */
  void run(Runnable work) {
    underWay.incrementAndGet();
    threads.execute(
        () -> {
          try {
            work.run();
          } catch (Throwable e) {
            // the lease or the next publication brings it back; the thread must live on
            log.error("a delivery stopped half-way ({})", e.getClass().getSimpleName());
            log.debug("what happened", e);
          } finally {
            underWay.decrementAndGet();
          }
        });
  }

  /** Makes the one request with a right granted before, and records what is known afterwards. */
  void request(Outgoing message, Pass pass) {
    settle(message.attempt(), carriers.send(message, pass));
  }

  /** Makes the one request and records what is known afterwards. */
  void request(Outgoing message) {
    settle(message.attempt(), carriers.send(message));
  }

  /**
   * What the provider said is known only here, so it is said again to a database that is away: else
   * the attempt becomes unknown and is sent again. Later than that the sweep has decided.
   */
  private void settle(UUID attempt, Outcome outcome) {
    long end = System.nanoTime() + useful.toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        outcomes.settle(attempt, outcome);
        return;
      } catch (DataAccessException | TransactionException e) {
        if (System.nanoTime() > end || !slept(pause)) {
          throw e;
        }
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
    }
  }

  private static boolean slept(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether nothing is being claimed or sent just now. */
  public boolean idle() {
    return underWay.get() == 0;
  }

  /** What is under way may finish; what is not comes back by its lease. */
  @Override
  public void destroy() throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
  }
}

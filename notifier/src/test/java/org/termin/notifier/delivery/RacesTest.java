package org.termin.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.notifier.channel.Failure;
import org.termin.notifier.channel.Failure.Blame;
import org.termin.notifier.channel.Lookup;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Status;
import org.termin.notifier.delivery.Bench.Experiment;
import org.termin.notifier.settle.Settlement;
import org.termin.testkit.Figures;

/** The statements of outcomes, receipts and sweeps, run at the same moment on the real store. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class RacesTest {

  private static final String COMMAND =
      "mvn -Preliability -pl notifier -am verify -Dtest=RacesTest";
  private static final Status.Undelivered OFF =
      new Status.Undelivered(
          new Failure("30003", Blame.NOBODY, Duration.ofHours(4), Duration.ofDays(1), 0));

  private static Bench bench;
  private static Settlement settlement;

  @BeforeAll
  static void open() {
    bench = new Bench();
    settlement = bench.house().get(Settlement.class);
  }

  @AfterAll
  static void close() {
    bench.close();
  }

  @Test
  void sweepsAReceiptAndAnOutcomeAtOnceEndTheSame() throws Exception {
    int races = Figures.size("races", 200, 2_000);
    long seed = Figures.seed("SQL raced");
    Random random = new Random(seed);
    Map<String, Integer> ends = new TreeMap<>();
    try (ExecutorService runners = Executors.newFixedThreadPool(5)) {
      for (int i = 0; i < races; i++) {
        Experiment one = bench.experiment();
        boolean unknownBefore = random.nextBoolean();
        if (unknownBefore) {
          settlement.settle(one.attempt(), new Outcome.Ambiguous("timeout"));
        }
        race(runners, runners(one.attempt(), random.nextBoolean()));
        ends.merge(bench.standing(one), 1, Integer::sum);
      }
    }
    boolean same =
        ends.keySet().stream()
            .allMatch(
                end -> end.equals("DELIVERED/DELIVERED") || end.equals("DELIVERED/SUPERSEDED"));
    Figures.record(
        "SQL raced",
        "Two sweeps, two receipts and an outcome at the same moment",
        seed,
        COMMAND + " -Dchaos.seed=" + seed,
        races + " races of 5 transactions; ends " + ends + "; none is sent again",
        same);
    assertThat(same).as("%s", ends).isTrue();
  }

  private static List<Runnable> runners(UUID attempt, boolean failsFirst) {
    List<Runnable> all = new ArrayList<>();
    all.add(() -> settlement.leaseOver(attempt));
    all.add(() -> settlement.looked(attempt, new Lookup.NotThere()));
    all.add(() -> settlement.settle(attempt, new Outcome.Accepted("SM" + attempt)));
    all.add(() -> settlement.report(attempt, new Status.Delivered(), "SM" + attempt));
    all.add(
        failsFirst
            ? () -> settlement.report(attempt, OFF, "SM" + attempt)
            : () -> settlement.report(attempt, new Status.OnItsWay(), "SM" + attempt));
    return all;
  }

  private static void race(ExecutorService threads, List<Runnable> runners)
      throws InterruptedException, ExecutionException {
    CyclicBarrier line = new CyclicBarrier(runners.size());
    List<Future<?>> all = new ArrayList<>();
    for (Runnable runner : runners) {
      all.add(
          threads.submit(
              () -> {
                try {
                  line.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                  throw new IllegalStateException(e);
                }
                runner.run();
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
  }
}

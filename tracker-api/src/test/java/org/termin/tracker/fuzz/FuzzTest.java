package org.termin.tracker.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.termin.testkit.Figures;
import org.termin.tracker.Door;
import org.termin.tracker.http.Tongue;

class FuzzTest {
  private static final String COMMAND =
      "mvn -Preliability -pl tracker-api -am verify -Dtest=FuzzTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false";
  private static final int THREADS = 4;

  /** Refuses by design: the container's own way to our problems. */
  private static final String ERROR_ROUTE = "/error";

  private final long seed = Figures.seed("fuzzing of the door");
  private final int requests = Figures.size("fuzz", 3_000, 100_000);

  /** The one request to repeat, after {@code -Dchaos.seed} of the run it comes from. */
  private final int only = Integer.getInteger("fuzz.only", -1);

  @Test
  void noRequestBreaksTheDoorIsRepeatedByItOrStoredThoughRefused() throws InterruptedException {
    Door door =
        Door.with(
            "--termin.limits.registrations=100000000",
            "--termin.limits.changes=100000000",
            "--termin.limits.plans=100000000",
            "--termin.limits.reads=100000000",
            "--termin.limits.callbacks=100000000",
            // nobody answers here, so nobody waits
            "--termin.answer.within=0ms");
    Town town = new Town(door);
    Rows rows = new Rows(town);
    Tally tally = new Tally();
    List<String> unreached = new ArrayList<>();
    try (LogWatch log = new LogWatch()) {
      Gun gun = new Gun(town, rows, tally);
      for (int i = 0; i < town.routes.size(); i++) {
        Answer answer = gun.fire(gun.wellFormed(i, seed));
        if (answer.status() >= 400 || answer.header("location").orElse("").contains("/enter")) {
          unreached.add(town.routes.get(i).name() + " answers " + answer.status());
        }
      }
      unreached.removeIf(route -> route.contains(" " + ERROR_ROUTE + " "));
      // without a passkey they are refused by design, which RoutesTest shows route by route
      unreached.removeIf(route -> route.startsWith("POST " + Tongue.ORGANISERS + "/"));
      barrage(gun, town.routes.size());
      report(town, rows.account(), tally, log, unreached);
    } finally {
      door.context.close();
    }
  }

  /** Fires until every number has been fired; in the profile this takes some minutes. */
  private void barrage(Gun gun, int from) throws InterruptedException {
    if (only >= 0) {
      Shot shot = gun.spoilt(only, seed);
      System.out.printf("%s%n%s%n", shot, gun.fire(shot));
      return;
    }
    AtomicInteger next = new AtomicInteger(from);
    List<Throwable> broken = java.util.Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      threads.add(
          Thread.ofPlatform()
              .uncaughtExceptionHandler((_, failure) -> broken.add(failure))
              .start(
                  () -> {
                    for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                      gun.fire(gun.spoilt(i, seed));
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(broken).as("seed %d", seed).isEmpty();
  }

  private void report(
      Town town, Rows.Account account, Tally tally, LogWatch log, List<String> unreached) {
    System.out.println("statuses by group: " + tally.statuses());
    System.out.println("rows found " + account.found() + ", promised " + account.promised());
    List<String> wrong = new ArrayList<>(tally.complaints());
    log.echoes.stream().limit(10).map(line -> "echo in the log: " + line).forEach(wrong::add);
    log.errors.stream().limit(10).map(line -> "error in the log: " + line).forEach(wrong::add);
    account
        .found()
        .forEach(
            (kind, count) -> {
              int said = account.promised().getOrDefault(kind, 0);
              if (kind.equals("Unsubscribe") ? count > said : count != said) {
                wrong.add(count + " rows of " + kind + ", promised " + said);
              }
            });
    if (account.unpromised() > 0) {
      wrong.add(account.unpromised() + " rows stored from refused requests");
    }
    boolean pass = wrong.isEmpty() && unreached.isEmpty();
    Figures.record(
        "Fuzzing",
        "Every route, callback and form of the door",
        seed,
        COMMAND + " -Dchaos.seed=" + seed,
        ("%,d requests to %d routes, %d server errors, %d echoed values in answers and %d in the"
                + " log, %d rows stored from refused requests; Spring Boot's own loopback port: %d"
                + " times 5xx to paths, methods and codings nobody has")
            .formatted(
                only >= 0 ? 1 : requests,
                town.routes.size(),
                tally.count("server error"),
                tally.count("echo"),
                log.echoes.size(),
                account.unpromised(),
                tally.loopbackFailures()),
        pass);
    assertThat(unreached).as("routes never reached with a well-formed request").isEmpty();
    assertThat(wrong)
        .as("seed %d; one alone: add -Dfuzz.only=<number of the request>", seed)
        .isEmpty();
  }
}

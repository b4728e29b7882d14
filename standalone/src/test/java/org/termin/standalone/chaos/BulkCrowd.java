package org.termin.standalone.chaos;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.termin.embedded.CannotStart;
import org.termin.standalone.Crowd;
import org.termin.standalone.supervise.Launch;
import org.termin.standalone.supervise.Launching;
import org.termin.standalone.supervise.Supervisor;

/**
 * Signs a large crowd up in minutes: the first notifier is started once with a class that writes
 * confirmed people as its own code does, and then again as it is.
 */
final class BulkCrowd implements Launching {
  private static final String WORKER = "notifier";

  private final int people;
  private final PlantedNotifier planted;
  private final Launching usually;
  private volatile boolean working;

  BulkCrowd(int people, Path folder, Launching usually) {
    this.people = people;
    this.planted = new PlantedNotifier("bulk", folder);
    this.usually = usually;
  }

  @Override
  public Launch of(String service, Launch usual) {
    return working && service.equals(WORKER)
        ? planted.of(service, usual).with(Map.of("TERMIN_CHAOS_PEOPLE", Integer.toString(people)))
        : usually.of(service, usual);
  }

  void signUp(Supervisor supervisor, Crowd crowd) {
    long begin = System.nanoTime();
    startAgain(supervisor, true);
    await()
        .atMost(Crowd.PATIENCE.multipliedBy(3))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> crowd.count("select count(*) from people.record where state = 2") == people);
    startAgain(supervisor, false);
    System.out.printf(
        "%d people signed up in bulk in %.0f s%n", people, (System.nanoTime() - begin) / 1e9);
  }

  private void startAgain(Supervisor supervisor, boolean bulk) {
    supervisor.stop(WORKER);
    working = bulk;
    while (!supervisor.alive(WORKER)) {
      try {
        supervisor.restart(WORKER);
      } catch (CannotStart e) {
        System.out.println(e.getMessage());
      }
    }
  }
}

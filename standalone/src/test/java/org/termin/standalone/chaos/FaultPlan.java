package org.termin.standalone.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.termin.standalone.chaos.Fault.Kind;
import org.termin.standalone.supervise.Supervisor;

/** What goes wrong in a run; the same seed gives the same plan. */
record FaultPlan(long seed, List<Fault> faults) {
  /** Every process of a Termin with two schedulers and two notifiers. */
  static final List<String> EVERYTHING =
      List.of(
          "tracker-api",
          "scheduler",
          "scheduler-2",
          "notifier",
          "notifier-2",
          Supervisor.KAFKA,
          Supervisor.POSTGRES);

  private static final int LONGEST_DOWN_MILLIS = 1_500;

  FaultPlan {
    faults = faults.stream().sorted(Comparator.comparingDouble(Fault::at)).toList();
  }

  static FaultPlan none() {
    return new FaultPlan(0, List.of());
  }

  /** That many kills at random points of the wave; each of the parts is hit in turn. */
  static FaultPlan kills(long seed, int count, List<String> parts) {
    Random random = new Random(seed);
    List<Fault> faults = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      faults.add(
          new Fault(
              0.01 + random.nextDouble() * 0.96,
              Kind.KILL,
              parts.get(n % parts.size()),
              Duration.ofMillis(random.nextInt(LONGEST_DOWN_MILLIS))));
    }
    return new FaultPlan(seed, faults);
  }

  static FaultPlan of(Fault... faults) {
    return new FaultPlan(0, List.of(faults));
  }
}

package org.termin.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.plan.Planner;

/** A hundred thousand households of every host country, 2.5 documents each, on one thread. */
@Fork(2)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
public class PlannerBenchmark {
  private static final int HOUSEHOLDS = 100_000;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private Guidance guidance = Guidance.load();
  private List<Situation> households = List.of();

  @Setup
  public void signUp() {
    Random random = new Random(278);
    List<Country> countries = List.copyOf(guidance.packs().keySet());
    List<Situation> all = new ArrayList<>(HOUSEHOLDS);
    for (int n = 0; n < HOUSEHOLDS; n++) {
      Country country = countries.get(n % countries.size());
      all.add(new Situation(country, null, null, documents(n, random)));
    }
    households = all;
  }

  /** Two documents of one person, or three: a second person's passport. */
  private static List<HeldDocument> documents(int household, Random random) {
    List<HeldDocument> held = new ArrayList<>();
    held.add(held(1, 1, DocumentType.PASSPORT, random));
    held.add(held(2, 1, DocumentType.RESIDENCE_PERMIT, random));
    if (household % 2 == 1) {
      held.add(held(3, 2, DocumentType.PASSPORT, random));
    }
    return held;
  }

  private static HeldDocument held(int number, int person, DocumentType type, Random random) {
    LocalDate end = TODAY.minusDays(100).plusDays(random.nextInt(2_000));
    return new HeldDocument(number, person, 1, type, end, DocumentState.HELD);
  }

  @Benchmark
  public void planAHundredThousandHouseholds(Blackhole plans) {
    for (Situation household : households) {
      plans.consume(Planner.plan(household, guidance, TODAY));
    }
  }
}

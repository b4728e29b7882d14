package org.termin.guidance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.rule.GroundQuestion;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Route;

/** Random residents of the real countries, planned twice: by the planner and day by day. */
class NaiveModelTest {
  private static final Guidance GUIDANCE = Guidance.load();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final int CASES = Boolean.getBoolean("termin.reliability") ? 1_000_000 : 100_000;

  @Test
  void bothFindTheSameFirstAndLastDay() {
    long seed = Long.getLong("chaos.seed", new Random().nextLong(1_000_000_000));
    Random random = new Random(seed);
    List<Country> countries = List.copyOf(GUIDANCE.packs().keySet());
    int compared = 0;
    for (int n = 0; n < CASES; n++) {
      Situation situation = situation(countries.get(n % countries.size()), random);
      Pack pack = GUIDANCE.pack(situation.country()).orElseThrow();
      if (pack.question() != null && situation.ground() == null) {
        continue;
      }
      for (SlotPlan slot : Planner.plan(situation, GUIDANCE, TODAY).slots()) {
        compared += compare(pack, situation, slot, seed) ? 1 : 0;
      }
    }
    System.out.printf("%d cases, %d slots compared day by day (seed %d)%n", CASES, compared, seed);
    assertThat(compared).isGreaterThan(CASES / 2);
  }

  private static boolean compare(Pack pack, Situation situation, SlotPlan slot, long seed) {
    Optional<Route> route =
        pack.routes().stream().filter(one -> one.id().equals(slot.route())).findFirst();
    boolean decided =
        switch (slot.status()) {
          case BLOCKED, ASK, RENEWED, FILED_WAITING -> false;
          case LAPSED, GRACE, APPLY_NOW, WINDOW_OPEN, START_NOW, VALID -> true;
        };
    if (route.isEmpty() || !decided || slot.has(Flag.OTHER_DOCUMENT_LEADS)) {
      return false;
    }
    NaiveModel model = new NaiveModel(pack, route.get(), situation, slot.document());
    String what = "seed %d: %s %s".formatted(seed, slot.route(), describe(situation));
    assertThat(Optional.ofNullable(slot.opens())).as("O, " + what).isEqualTo(model.opens());
    Optional<LocalDate> applyBy = model.applyBy(TODAY);
    // without a last day the first one is planned with
    LocalDate expected = applyBy.or(model::opens).orElseThrow();
    assertThat(slot.applyBy()).as("A, " + what).isEqualTo(expected);
    return true;
  }

  private static String describe(Situation situation) {
    StringBuilder text = new StringBuilder(String.valueOf(situation.ground()));
    situation
        .documents()
        .forEach(held -> text.append(" %s %s".formatted(held.type(), held.lastValidDay())));
    return text.toString();
  }

  private static Situation situation(Country country, Random random) {
    List<HeldDocument> held = new ArrayList<>();
    int which = 1 + random.nextInt(7);
    add(held, (which & 1) != 0, DocumentType.PASSPORT, random);
    add(held, (which & 2) != 0, DocumentType.RESIDENCE_PERMIT, random);
    add(held, (which & 4) != 0, DocumentType.TRAVEL_DOCUMENT, random);
    return new Situation(country, null, ground(country, random), held);
  }

  private static @Nullable String ground(Country country, Random random) {
    GroundQuestion question = GUIDANCE.pack(country).orElseThrow().question();
    if (question == null) {
      return null;
    }
    var answers = Objects.requireNonNull(question).answers();
    return answers.get(random.nextInt(answers.size())).id();
  }

  private static void add(
      List<HeldDocument> held, boolean wanted, DocumentType type, Random random) {
    if (wanted) {
      LocalDate end = TODAY.minusDays(60).plusDays(random.nextInt(1_500));
      held.add(new HeldDocument(held.size() + 1, 1, 1, type, end, DocumentState.HELD));
    }
  }
}

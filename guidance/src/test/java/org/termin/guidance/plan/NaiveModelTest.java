package org.termin.guidance.plan;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.termin.contract.words.Country;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Route;

/** Random residents of the real countries, planned twice: by the planner and day by day. */
class NaiveModelTest {
  private static final Guidance GUIDANCE = Guidance.load();
  private static final int CASES = Boolean.getBoolean("termin.reliability") ? 1_000_000 : 100_000;

  private final Map<Status, Integer> compared = new EnumMap<>(Status.class);
  private final Set<String> routes = new HashSet<>();

  @Test
  void bothFindTheSameDaysAndTheSameStatus() {
    long seed = Long.getLong("chaos.seed", new Random().nextLong(1_000_000_000));
    NaiveResidents residents = new NaiveResidents(new Random(seed));
    List<Country> countries =
        GUIDANCE.packs().keySet().stream().sorted(comparing(Country::code)).toList();
    for (int n = 0; n < CASES; n++) {
      Pack pack = GUIDANCE.pack(countries.get(n % countries.size())).orElseThrow();
      LocalDate today = residents.today(pack);
      Situation situation = residents.of(pack, today);
      for (SlotPlan slot : Planner.plan(situation, GUIDANCE, today).slots()) {
        compare(pack, situation, slot, today, seed);
      }
    }
    int slots = compared.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf(
        "%d cases, %d slots compared day by day: %s (seed %d)%n", CASES, slots, compared, seed);
    assertThat(compared).containsOnlyKeys(Status.values());
    assertThat(compared.values()).allMatch(number -> number > CASES / 1_000);
    assertThat(routes).containsAll(routesOfAllPacks());
  }

  private void compare(Pack pack, Situation situation, SlotPlan slot, LocalDate today, long seed) {
    HeldDocument document = slot.document();
    NaiveDrawer drawer = NaiveDrawer.of(pack, situation, document.person());
    NaiveModel model = new NaiveModel(drawer, situation.ground(), document, today);
    NaiveSlot actual = NaiveSlot.of(slot);
    NaiveSlot expected = model.slot();
    if (model.isGroundNotKnown()) {
      expected = expected.withRoute(slot.route());
    }
    assertThat(actual)
        .as(
            () ->
                "seed %d: %s on %s, document %d of %s"
                    .formatted(
                        seed,
                        pack.country().code(),
                        today,
                        document.number(),
                        NaiveResidents.describe(situation)))
        .isEqualTo(expected);
    compared.merge(slot.status(), 1, Integer::sum);
    routes.add(slot.route());
  }

  private static List<String> routesOfAllPacks() {
    return GUIDANCE.packs().values().stream()
        .flatMap(pack -> pack.routes().stream())
        .map(Route::id)
        .toList();
  }
}

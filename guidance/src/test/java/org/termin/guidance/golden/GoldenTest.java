package org.termin.guidance.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.termin.contract.words.Country;
import org.termin.guidance.Guidance;
import org.termin.guidance.pack.PackReader;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.Planner;
import org.termin.guidance.plan.SlotPlan;

/** The golden table: what people in every host country must be told, worked out by hand. */
class GoldenTest {
  private static final Guidance GUIDANCE = Guidance.load();

  private static Map<Country, GoldenFile> files() {
    return GUIDANCE.packs().keySet().stream()
        .collect(
            Collectors.toMap(
                country -> country,
                country ->
                    PackReader.read("golden/" + country.code() + ".yaml", GoldenFile.class)));
  }

  @TestFactory
  Stream<DynamicNode> everySituationGivesTheDatesWorkedOutByHand() {
    return files().entrySet().stream()
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    file.getKey().code(),
                    file.getValue().situations().stream()
                        .map(one -> dynamicTest(one.what(), () -> holds(file.getKey(), one)))));
  }

  private static void holds(Country country, GoldenFile.Case one) {
    Plan plan = Planner.plan(one.situation(country), GUIDANCE, one.today());
    for (GoldenFile.Expected expected : one.expect()) {
      List<SlotPlan> slots =
          plan.slots().stream()
              .filter(slot -> slot.document().type() == expected.document())
              .toList();
      assertThat(slots).as("one %s in the situation", expected.document()).hasSize(1);
      SlotPlan slot = slots.getFirst();
      assertThat(
              new GoldenFile.Expected(
                  slot.document().type(),
                  slot.status(),
                  slot.opens(),
                  slot.startBy(),
                  slot.applyBy(),
                  slot.graceEnd(),
                  slot.bindingRule(),
                  expected.because()))
          .isEqualTo(expected);
    }
  }

  @Test
  void theTableHasTwoHundredSituationsAndFiveOfEveryCountry() {
    Map<Country, GoldenFile> files = files();
    assertThat(files.values()).allMatch(file -> file.situations().size() >= 5);
    assertThat(files.entrySet())
        .allMatch(file -> file.getValue().country().equals(file.getKey().code()));
    assertThat(files.values().stream().mapToInt(file -> file.situations().size()).sum())
        .isGreaterThanOrEqualTo(7 * GUIDANCE.packs().size());
  }

  @Test
  void everyRowSaysWhyInWords() {
    assertThat(files().values().stream().flatMap(file -> file.situations().stream()))
        .allSatisfy(
            one -> {
              assertThat(one.expect()).isNotEmpty();
              assertThat(one.expect()).allMatch(expected -> expected.because().length() >= 20);
              assertThat(one.documents().stream().map(GoldenFile.Paper::type).map(Enum::name))
                  .containsAll(one.expect().stream().map(e -> e.document().name()).toList());
            });
  }
}

package org.termin.guidance.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.termin.contract.words.Country;
import org.termin.guidance.pack.Packs;

class RuleAgeTest {
  private static final Packs PACKS = Packs.load();
  private static final LocalDate CHECKED = LocalDate.of(2026, 11, 22);

  @Test
  void noFactIsOldOnTheDayAfterAllWereChecked() {
    RuleAge age = RuleAge.of(PACKS, CHECKED);
    assertThat(age.old()).isZero();
    assertThat(age.ended()).isPositive();
    assertThat(age.current()).isPositive();
  }

  @Test
  void aYearOfNeglectMakesEveryFactOld() {
    RuleAge age = RuleAge.of(PACKS, CHECKED.plusYears(1));
    assertThat(age.current()).isZero();
    assertThat(age.old()).isEqualTo(facts());
  }

  @Test
  void factsThatTurnWithinTheTimeAskedForAreNamedSoonestFirst() {
    var poland = PACKS.of(new Country("PL")).orElseThrow();
    Inventory soon = Inventory.of(poland, CHECKED, 90);
    assertThat(soon.old()).extracting(claim -> claim.id()).containsExactly("PL-PDP-WINDOW");
    assertThat(soon.ending())
        .extracting(claim -> claim.id())
        .containsExactly("PL-PASSPORT-NEXT", "PL-PDP");
    assertThat(Inventory.of(poland, CHECKED, 88).ending()).isEmpty();
  }

  private static int facts() {
    return (int)
        PACKS.countries().values().stream()
            .flatMap(pack -> pack.facts().values().stream())
            .map(fact -> fact.claim())
            .distinct()
            .count();
  }
}

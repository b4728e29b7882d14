package org.termin.guidance.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.termin.contract.words.Country;

class PacksTest {
  @Test
  void everyPackOfTheClassPathIsSound() {
    Packs packs = Packs.load();
    assertThat(packs.version()).isPositive();
    assertThat(packs.countries()).containsKeys(new Country("PL"), new Country("ES"));
  }
}

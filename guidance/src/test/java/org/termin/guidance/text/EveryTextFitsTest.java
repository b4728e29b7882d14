package org.termin.guidance.text;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.termin.guidance.pack.Packs;

class EveryTextFitsTest {
  private static final Packs PACKS = Packs.load();

  @Test
  void everyMessageOfEveryCountryFitsAtItsLongestAndSaysNothingForbidden() {
    assertThatCode(() -> Texts.of(PACKS).check(PACKS.countries().keySet()))
        .doesNotThrowAnyException();
  }
}

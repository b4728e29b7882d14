package org.termin.guidance.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.pack.Packs;

/** A region is taken where a pack says something about it, and nowhere else. */
class PackRegionsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final Claim CLAIM =
      new Claim(
          "PL-X",
          List.of(URI.create("https://example.org/x")),
          DAY,
          Confidence.HIGH,
          false,
          null,
          null);

  private static Processing processing(@Nullable String region) {
    return new Processing(CLAIM, 90, Processing.Kind.REPORTED, DAY, region);
  }

  private static Pack pack(Processing... processing) {
    Route route =
        new Route(
            "PL-X",
            DocumentType.RESIDENCE_PERMIT,
            Set.of(),
            CLAIM,
            Window.notKnown(),
            false,
            false,
            List.of(),
            List.of(),
            List.of(processing),
            List.of(),
            null);
    return new Pack(new Country("PL"), DAY, null, List.of(route), List.of(), List.of());
  }

  @Test
  void aPackKnowsTheRegionsItNames() {
    Pack pack = pack(processing(null), processing("mazowieckie"));
    assertThat(pack.knowsRegion("mazowieckie")).isTrue();
    assertThat(pack.knowsRegion("hanna-canary")).isFalse();
    assertThat(pack(processing(null)).knowsRegion("mazowieckie")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mazowieckie", "", "-a", "a b", "abcdefghijklmnopqrstuvwxy"})
  void aPackNamesARegionByAKeyThatARecordCanHold(String region) {
    assertThatIllegalArgumentException().isThrownBy(() -> processing(region));
  }

  @Test
  void todayNoPackNamesAny() {
    assertThat(
            Packs.load().countries().values().stream()
                .flatMap(pack -> pack.rules().routes().stream())
                .flatMap(route -> route.processing().stream())
                .map(Processing::region))
        .containsOnlyNulls();
  }
}

package org.termin.guidance.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a rule may be trusted. */
class ClaimTest {

  private static final LocalDate CHECKED = LocalDate.of(2026, 11, 21);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # confidence | recheck | valid until | stated     | verify by
          HIGH         | false   | -           | -          | 2027-11-21
          MEDIUM       | false   | -           | -          | 2027-05-20
          LOW          | false   | -           | -          | 2027-05-20
          HIGH         | true    | -           | -          | 2027-02-19
          HIGH         | false   | 2027-06-30  | -          | 2027-02-19
          LOW          | true    | -           | 2027-01-01 | 2027-01-01
          """)
  void aRuleMustBeLookedAtAgain(
      Confidence confidence,
      boolean recheck,
      @Nullable LocalDate validUntil,
      @Nullable LocalDate stated,
      LocalDate verifyBy) {
    Claim claim = claim(confidence, recheck, stated, validUntil);

    assertThat(claim.verifyBy()).isEqualTo(verifyBy);
    assertThat(claim.isOldOn(verifyBy)).isFalse();
    assertThat(claim.isOldOn(verifyBy.plusDays(1))).isTrue();
  }

  @Test
  void aRuleHoldsOnItsLastDayAndNotAfter() {
    LocalDate last = LocalDate.of(2027, 6, 30);
    Claim claim = claim(Confidence.HIGH, false, null, last);

    assertThat(claim.holdsOn(last)).isTrue();
    assertThat(claim.holdsOn(last.plusDays(1))).isFalse();
  }

  @Test
  void thereIsNoFactWithoutASource() {
    assertThatThrownBy(() -> new Claim("x", List.of(), CHECKED, Confidence.HIGH, false, null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("source");
  }

  private static Claim claim(
      Confidence confidence,
      boolean recheck,
      @Nullable LocalDate stated,
      @Nullable LocalDate validUntil) {
    return new Claim(
        "X",
        List.of(URI.create("https://example.org/x")),
        CHECKED,
        confidence,
        recheck,
        stated,
        validUntil);
  }
}

package org.termin.guidance.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsLimitsTest {

  @ParameterizedTest(name = "{1} times {0} make {2} segments")
  @CsvSource({
    "a, 0, 1",
    "a, 160, 1",
    "a, 161, 2",
    "a, 306, 2",
    "a, 307, 3",
    "ж, 70, 1",
    "ж, 71, 2",
    "ж, 134, 2",
    "ж, 135, 3",
    "ж, 201, 3",
    "ж, 202, 4",
    "€, 80, 1",
    "€, 81, 2",
    "ś, 71, 2",
    "é, 160, 1",
    "ñ, 160, 1",
    "í, 71, 2",
    "ç, 71, 2"
  })
  void segmentsAreCountedAsProvidersCountThem(String character, int times, int segments) {
    assertThat(SmsLimits.segments(character.repeat(times))).isEqualTo(segments);
  }

  @Test
  void anEscapedCharacterIsNotCutInTwo() {
    String text = "a".repeat(152) + "€" + "a".repeat(152);
    assertThat(SmsLimits.units(text)).isEqualTo(306);
    assertThat(SmsLimits.segments(text)).isEqualTo(3);
  }

  @Test
  void aSurrogatePairIsNotCutInTwo() {
    String text = "ж".repeat(66) + "🌲" + "ж".repeat(66);
    assertThat(text).hasSize(134);
    assertThat(SmsLimits.segments(text)).isEqualTo(3);
  }

  @Test
  void oneForeignLetterMakesTheWholeTextUnicode() {
    assertThat(SmsLimits.segments("a".repeat(100))).isEqualTo(1);
    assertThat(SmsLimits.segments("a".repeat(99) + "ó")).isEqualTo(2);
  }
}

package org.termin.tracker.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoTest {
  private static final String MARKER = "zqk0002s";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>zqk0002sv1w</p>",
        "ZQK0002SV1W",
        "&#122;qk0002s",
        "&#x7a;qk0002s",
        "%7aqk0002s",
        "\\u007aqk0002s",
        "7a716b3030303273"
      })
  void isFoundHoweverItWasEscaped(String text) {
    assertThat(Echo.in(text, MARKER)).isTrue();
  }

  @Test
  void isFoundInBase64AtAnyPlace() {
    for (String before : new String[] {"", "a", "ab"}) {
      byte[] bytes = (before + MARKER + "v1w!").getBytes(StandardCharsets.US_ASCII);
      assertThat(Echo.in(Base64.getEncoder().encodeToString(bytes), MARKER)).isTrue();
    }
  }

  @Test
  void isNotFoundWhereItIsNot() {
    assertThat(Echo.in("zqk0003s %zz &#99999999; \\u00", MARKER)).isFalse();
  }

  @Test
  void mayStandInAFieldOnlyAndOnlyEscaped() {
    assertThat(Echo.onlyInFields("<input value=\"&lt;b zqk0002s&gt;\">", MARKER)).isTrue();
    assertThat(Echo.onlyInFields("<input value=\"<b zqk0002s>\">", MARKER)).isFalse();
    assertThat(Echo.onlyInFields("<input value=\"\"><b zqk0002s=\"\">", MARKER)).isFalse();
    assertThat(Echo.onlyInFields("<p>zqk0002s</p>", MARKER)).isFalse();
  }
}

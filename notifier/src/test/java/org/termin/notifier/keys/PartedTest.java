package org.termin.notifier.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Two copies of a log that went different ways")
class PartedTest {
  @ParameterizedTest(name = "{0}: there {1}, here {2}")
  @CsvSource({
    "a stop after the old disk holds,      Sx1 Lx2 Sx5,      Sx1 Lx2 Sy6,  Sx1 Lx2 Sx5 Sy6",
    "the same stop said twice holds,       Sx1 Lx1 Sx1,      Sx1 Lx1 Sy6,  Sx1 Lx1 Sx1 Sy6",
    "an end taken back stays taken back,   AGREED TAKEN_BACK, AGREED EXTENDED, AGREED TAKEN_BACK"
        + " EXTENDED",
    "what was lifted here since is lifted, Sx1 Sy2,          Sx1 Lx6,      Sx1 Sy2 Lx6",
    "old lines dropped here,               So0 Lx1 Sx2 Sz3,  Lx1 Sx2 Sy4,  So0 Lx1 Sx2 Sz3 Sy4",
    "old lines dropped there,              Lx1 Sx2 Sz3,      So0 Lx1 Sx2 Sy4, So0 Lx1 Sx2 Sz3 Sy4",
    "nothing shared,                       Sx1,              Sy2,          Sx1 Sy2",
    "nothing there,                        '',               Sy2,          Sy2"
  })
  void keepAllAndTheNewerWordLast(String what, String there, String here, String both) {
    assertThat(Parted.joined(lines(there), lines(here))).as(what).isEqualTo(lines(both));
  }

  private static String lines(String words) {
    return Arrays.stream(words.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> word + "\n")
        .collect(Collectors.joining());
  }
}

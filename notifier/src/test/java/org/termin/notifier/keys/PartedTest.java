package org.termin.notifier.keys;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

  @Test
  void areJoinedInTimeHoweverLongTheyAre() {
    String shared =
        IntStream.range(0, 60_000).mapToObj("2026-11-23,S,%064d\n"::formatted).collect(joining());
    String both =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> Parted.joined(shared + "there\n", shared + "here\n"));
    assertThat(both).isEqualTo(shared + "there\nhere\n");
  }

  private static String lines(String words) {
    return Arrays.stream(words.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> word + "\n")
        .collect(joining());
  }
}

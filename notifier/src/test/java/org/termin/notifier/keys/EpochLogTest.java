package org.termin.notifier.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochLogTest {
  private static final Instant MADE = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2026-12-01T00:00:00Z");
  @TempDir Path folder;
  private EpochLog log;

  @BeforeEach
  void open() {
    log = new EpochLog(folder);
  }

  private EpochLog.Life first() {
    return new EpochLog(folder).read().lives().get(1);
  }

  @Test
  void theFirstCountStandsUntilSomethingNeedsTheKeyAgain() {
    log.made(1, MADE);
    assertThat(first()).isEqualTo(new EpochLog.Life(MADE, null, false));
    log.empty(1, LATER);
    log.empty(1, LATER.plusSeconds(60));
    assertThat(first().emptySince()).isEqualTo(LATER);
    log.needed(1, LATER.plusSeconds(120));
    assertThat(first().emptySince()).isNull();
    log.destroyed(1, LATER.plusSeconds(180));
    assertThat(first().destroyed()).isTrue();
    assertThat(first().made()).isEqualTo(MADE);
  }

  @Test
  void theYoungestBackupCountsInWhateverOrderTheyAreReported() {
    assertThat(log.read().backup()).isNull();
    log.backedUp(LATER);
    log.backedUp(MADE);
    assertThat(log.read().backup()).isEqualTo(LATER);
    assertThat(log.read().lives()).isEmpty();
  }

  @Test
  void aTornLineIsNotReliedOn() throws IOException {
    log.made(1, MADE);
    Files.writeString(folder.resolve("epochs.log"), "2026-12-01T00:0", StandardOpenOption.APPEND);
    log.made(2, LATER);
    assertThat(log.read().lives()).containsOnlyKeys(1, 2);
  }
}

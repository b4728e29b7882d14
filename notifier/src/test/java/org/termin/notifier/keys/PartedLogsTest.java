package org.termin.notifier.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.notifier.keys.WindDownLog.Event;
import org.termin.notifier.keys.WindDownLog.Line;
import org.termin.notifier.keys.WindDownLog.Standing;

/**
 * The key folder and its replica go different ways: each gets lines that the other lacks, as when
 * the service ran from one of them while the other was away. Then both are there again.
 */
class PartedLogsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  @TempDir Path home;
  private final UUID before = UUID.randomUUID();
  private final UUID one = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private KeySettings settings;
  private Path here;
  private Path there;

  @BeforeEach
  void wereOne() {
    here = home.resolve("secret");
    there = home.resolve("replica");
    settings = new KeySettings(here, there, home.resolve("public"), null);
    Keyring keys = Keyring.open(settings, new KeyNeeds(false, Set.of(), Map.of()));
    keys.stops().stopped(TODAY, before, 0);
    keys.windDown().decide(NOW, _ -> new Line(Event.PROPOSED, "first"));
    assertThat(keys.missingInReplica()).isEmpty();
  }

  /** Both are there again, and say the same. */
  private Keyring together() throws Exception {
    Keyring keys = Keyring.open(settings, new KeyNeeds(true, Set.of(1), Map.of()));
    assertThat(keys.missingInReplica()).isEmpty();
    for (String log : new String[] {StopLog.FILE_NAME, WindDownLog.FILE_NAME}) {
      assertThat(Files.readAllLines(there.resolve(log)))
          .doesNotHaveDuplicates()
          .isEqualTo(Files.readAllLines(here.resolve(log)));
    }
    return keys;
  }

  private StopLog stops(Path folder) {
    return new StopLog(folder);
  }

  private void says(Path folder, Instant at, Event event, String value) {
    new WindDownLog(folder).decide(at, _ -> new Line(event, value));
  }

  private static Instant hour(int later) {
    return NOW.plusSeconds(later * 3_600L);
  }

  @Test
  void whoStoppedOnEitherOfThemHasStopped() throws Exception {
    stops(there).stopped(TODAY, one, 1);
    stops(there).stopped(TODAY, one, StopLog.WHOLE);
    stops(here).stopped(TODAY, other, 0);
    StopLog.Listed listed = together().stops().listed(TODAY);
    assertThat(listed.slot(before, 0)).isTrue();
    assertThat(listed.slot(one, 1)).isTrue();
    assertThat(listed.whole(one)).isTrue();
    assertThat(listed.slot(other, 0)).isTrue();
    assertThat(new StopLog(there).listed(TODAY)).isEqualTo(listed);
  }

  @Test
  void aStopTakenBackOnOneOfThemStaysTakenBackUnlessTheOtherSaysMore() throws Exception {
    stops(there).lifted(TODAY, before, 0);
    stops(there).lifted(TODAY, one, 0);
    stops(here).stopped(TODAY, one, 0);
    StopLog log = together().stops();
    assertThat(log.holds(before, 0)).isFalse();
    assertThat(log.holds(one, 0)).isTrue();
  }

  @Test
  void oldLinesThatWereDroppedOnOneOfThemAreNoReasonToSayTheRestTwice() throws Exception {
    stops(here).stopped(TODAY.plusDays(60), one, 0);
    Files.copy(
        here.resolve(StopLog.FILE_NAME),
        there.resolve(StopLog.FILE_NAME),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    LocalDate later = TODAY.plusDays(100);
    assertThat(stops(here).listed(later).slot(before, 0)).as("dropped here").isFalse();
    stops(here).stopped(later, other, 0);
    stops(there).stopped(later, other, 1);
    StopLog.Listed listed = together().stops().listed(later);
    assertThat(listed.slot(one, 0)).isTrue();
    assertThat(listed.slot(other, 0)).isTrue();
    assertThat(listed.slot(other, 1)).isTrue();
  }

  @Test
  void theLastDayIsTheLaterOneOfBoth() throws Exception {
    says(there, hour(1), Event.AGREED, "2026-12-03");
    Files.copy(
        there.resolve(WindDownLog.FILE_NAME),
        here.resolve(WindDownLog.FILE_NAME),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    says(there, hour(3), Event.EXTENDED, "2026-12-20");
    says(here, hour(2), Event.EXTENDED, "2026-12-08");
    assertThat(together().windDown().read().standing())
        .isEqualTo(new Standing.Closing(1, hour(1), LocalDate.of(2026, 12, 20)));
  }

  @Test
  void agreedOnBothIsAgreedOnceWithTheLaterWordAndTheLaterDay() throws Exception {
    says(there, hour(4), Event.AGREED, "2026-12-09");
    says(here, hour(1), Event.AGREED, "2026-12-03");
    assertThat(together().windDown().read().standing())
        .isEqualTo(new Standing.Closing(1, hour(4), LocalDate.of(2026, 12, 9)));
  }

  @Test
  void theSameTheOtherWayRound() throws Exception {
    says(here, hour(4), Event.AGREED, "2026-12-09");
    says(there, hour(1), Event.AGREED, "2026-12-03");
    assertThat(together().windDown().read().standing())
        .isEqualTo(new Standing.Closing(1, hour(4), LocalDate.of(2026, 12, 9)));
  }

  @Test
  void whatWasTakenBackOnOneOfThemIsTakenBack() throws Exception {
    says(there, hour(1), Event.TAKEN_BACK, "-");
    says(here, hour(2), Event.EXTENDED, "2026-12-08");
    assertThat(together().windDown().read().standing()).isEqualTo(new Standing.Running(0, hour(1)));
  }

  @Test
  void whatEndedOnOneOfThemHasEnded() throws Exception {
    says(there, hour(1), Event.AGREED, "2026-12-03");
    says(there, hour(300), Event.ENDED, "-");
    says(here, hour(2), Event.CARD, "hash/hash");
    assertThat(together().windDown().read().standing()).isEqualTo(new Standing.Ended(hour(300)));
  }
}

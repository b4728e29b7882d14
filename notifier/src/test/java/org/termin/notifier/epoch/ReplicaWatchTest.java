package org.termin.notifier.epoch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.keys.KeyNeeds;
import org.termin.notifier.keys.KeySettings;
import org.termin.notifier.keys.Keyring;

/** As long as the replica is behind somebody is called, and what it lacks is copied to it. */
class ReplicaWatchTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @TempDir Path home;
  private final Alarms alarms = new Alarms(new SimpleMeterRegistry());
  private Path replica;
  private Path away;
  private Keyring keys;
  private ReplicaWatch watch;

  @BeforeEach
  void open() {
    replica = home.resolve("replica");
    away = home.resolve("away");
    keys =
        Keyring.open(
            new KeySettings(home.resolve("secret"), replica, home.resolve("public"), null),
            new KeyNeeds(false, Set.of(), Map.of()));
    watch = new ReplicaWatch(keys, alarms);
  }

  private void stop() {
    keys.stops().stopped(TODAY, UUID.randomUUID(), 1);
  }

  @Test
  void aStopThatIsOnOneDiskOnlyIsAnAlarmUntilItIsCopied() throws Exception {
    watch.look();
    assertThat(alarms.active()).isEmpty();
    Files.move(replica, away);
    stop();
    watch.look();
    assertThat(alarms.active()).containsExactly(Alarm.REPLICA_BEHIND);

    Files.move(away, replica);
    watch.look();
    assertThat(alarms.active()).isEmpty();
    assertThat(replica.resolve("stops.log"))
        .hasSameBinaryContentAs(home.resolve("secret/stops.log"));
  }

  @Test
  void theEmptyPlaceOfADiskThatWasTakenAwayIsNoReplica() throws Exception {
    Files.move(replica, away);
    Files.createDirectory(replica);
    stop();
    watch.look();
    assertThat(alarms.active()).containsExactly(Alarm.REPLICA_BEHIND);
    assertThat(replica.resolve("epoch-1.key")).doesNotExist();
  }
}

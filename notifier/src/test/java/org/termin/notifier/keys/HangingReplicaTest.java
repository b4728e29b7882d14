package org.termin.notifier.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replica on a network file system that does not answer: whoever opens a file there waits. */
class HangingReplicaTest {
  private static final KeyNeeds NOTHING = new KeyNeeds(false, Set.of(), Map.of());
  private static final KeyNeeds FIRST = new KeyNeeds(true, Set.of(1), Map.of());
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Duration SHORT = Duration.ofMillis(50);

  @TempDir Path home;
  private final UUID somebody = UUID.randomUUID();
  private Path replica;
  private Path pipe;

  @BeforeEach
  void places() {
    replica = home.resolve("replica");
    pipe = replica.resolve("nothing");
  }

  /** Nobody may be left hanging, or the folder could not be deleted. */
  @AfterEach
  void answerAtLast() throws Exception {
    if (Files.exists(pipe)) {
      answer();
    }
  }

  private KeySettings settings() {
    return new KeySettings(home.resolve("secret"), replica, home.resolve("public"), null);
  }

  private Keyring open(KeyNeeds needs) {
    return Keyring.open(settings(), needs);
  }

  /** The same, by somebody who soon knows that the disk does not answer. */
  private Keyring impatient() {
    return Keyring.open(settings(), FIRST, new OtherDisk(replica, SHORT, SHORT));
  }

  /** From now on whoever opens that file waits until somebody reads it. */
  private void hang(String name) throws Exception {
    pipe = replica.resolve(name);
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start();
    assertThat(made.waitFor()).isZero();
  }

  /** The disk is there again: what was held goes on, and finds a file where the pipe was. */
  private void answer() throws IOException {
    Path aside = Files.move(pipe, home.resolve("aside-" + UUID.randomUUID()));
    FileChannel.open(aside, StandardOpenOption.READ, StandardOpenOption.WRITE).close();
  }

  /** Somebody must not wait for the disk: done on a thread that may hang, and looked at here. */
  private static void atOnce(Runnable work) throws Exception {
    FutureTask<Void> task = new FutureTask<>(work, null);
    Thread.ofPlatform().daemon().start(task);
    task.get(20, TimeUnit.SECONDS);
  }

  @Test
  void aStopIsHereAtOnceAndOnTheReplicaOnceItAnswers() throws Exception {
    open(NOTHING);
    Keyring keys = impatient();
    hang("stops.log.new");
    UUID another = UUID.randomUUID();
    atOnce(() -> keys.stops().stopped(TODAY, somebody, 1));
    atOnce(() -> keys.stops().stopped(TODAY, another, 0));
    assertThat(keys.stops().holds(somebody, 1)).isTrue();
    assertThat(Files.readAllLines(home.resolve("secret/stops.log"))).hasSize(2);
    assertThat(keys.catchUp()).contains("stops.log", "epoch-1.key");

    answer();
    UUID third = UUID.randomUUID();
    keys.stops().stopped(TODAY, third, 0);
    assertThat(caughtUp(keys)).isEmpty();
    assertThat(replica.resolve("stops.log"))
        .hasSameBinaryContentAs(home.resolve("secret/stops.log"));
  }

  private static List<String> caughtUp(Keyring keys) {
    // each asks the disk anew: it hangs for as long as the held write needs to come to its end
    List<String> behind = keys.catchUp();
    for (int more = 0; more < 100_000 && !behind.isEmpty(); more++) {
      Thread.onSpinWait();
      behind = keys.catchUp();
    }
    return behind;
  }

  @Test
  void aNewKeyIsNotUsedBeforeTheReplicaHasItAndNobodyElseWaits() throws Exception {
    open(NOTHING);
    Keyring keys = impatient();
    hang("stops.log.new");
    atOnce(() -> keys.stops().stopped(TODAY, somebody, 1));
    atOnce(
        () ->
            assertThatThrownBy(() -> keys.next((_, _) -> true))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("does not answer"));
    assertThat(keys.newest().number()).isEqualTo(1);
    assertThat(home.resolve("secret/epoch-2.key")).doesNotExist();

    answer();
    assertThat(caughtUp(keys)).isEmpty();
    Keyring patient = open(FIRST);
    assertThat(patient.next((_, _) -> true).number()).isEqualTo(2);
    assertThat(patient.missingInReplica()).isEmpty();
  }

  @Test
  void whileAKeyWaitsForTheReplicaAStopDoesNot() throws Exception {
    Keyring keys = open(NOTHING);
    FutureTask<Void> making =
        new FutureTask<>(
            () ->
                keys.next(
                    (_, _) -> {
                      stop(keys);
                      return true;
                    }),
            null);
    Thread.ofPlatform().daemon().start(making);
    making.get(20, TimeUnit.SECONDS);
    assertThat(keys.stops().holds(somebody, 1)).isTrue();
  }

  private void stop(Keyring keys) {
    try {
      atOnce(() -> keys.stops().stopped(TODAY, somebody, 1));
    } catch (Exception e) {
      throw new IllegalStateException("a stop had to wait", e);
    }
  }

  @Test
  void aKeyIsNotDestroyedHereWhileItsCopyCannotBe() throws Exception {
    Keyring made = open(NOTHING);
    made.next((_, _) -> true);
    made.next((_, _) -> true);
    Keyring keys = impatient();
    hang("stops.log.new");
    atOnce(() -> keys.stops().stopped(TODAY, somebody, 1));
    atOnce(
        () -> assertThatThrownBy(() -> keys.destroy(1)).isInstanceOf(UncheckedIOException.class));
    assertThat(home.resolve("secret/epoch-1.key")).exists();
  }

  @Test
  void aStartGoesOnAndComparesOnceTheReplicaAnswers() throws Exception {
    Keyring before = open(NOTHING);
    before.stops().stopped(TODAY, somebody, 1);
    byte[] there = Files.readAllBytes(replica.resolve("stops.log"));
    // this disk was put back to the state before the stop, and the other one does not answer
    Files.delete(home.resolve("secret/stops.log"));
    Files.delete(replica.resolve("stops.log"));
    hang("stops.log");
    FutureTask<Keyring> start = new FutureTask<>(this::impatient);
    Thread.ofPlatform().daemon().start(start);
    Keyring keys = start.get(20, TimeUnit.SECONDS);
    assertThat(keys.newest().number()).isEqualTo(1);
    assertThat(keys.missingInReplica()).contains("stops.log");

    answer();
    Files.write(replica.resolve("stops.log"), there);
    for (int more = 0; more < 100_000 && !keys.stops().holds(somebody, 1); more++) {
      keys.catchUp();
    }
    assertThat(keys.stops().holds(somebody, 1)).isTrue();
  }
}

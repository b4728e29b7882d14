package org.termin.notifier.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.contract.sealed.KeyFileNames;
import org.termin.notifier.CannotStart;

class KeyringTest {
  private static final KeyNeeds NOTHING = new KeyNeeds(false, Set.of(), Map.of());
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  @TempDir Path home;

  private KeySettings settings(@Nullable Path replica, @Nullable Path data) {
    return new KeySettings(home.resolve("secret"), replica, home.resolve("public"), data);
  }

  private Keyring open(KeyNeeds needs) {
    return Keyring.open(settings(null, null), needs);
  }

  @Test
  void anEmptyDatabaseGetsItsFirstKeys() throws Exception {
    Keyring keys = open(NOTHING);
    assertThat(keys.newest().number()).isEqualTo(1);
    Path folder = home.resolve("secret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    for (String name : List.of("epoch-1.key", "ledger.key")) {
      Path file = folder.resolve(name);
      assertThat(Files.size(file)).isEqualTo(32);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("r--------");
    }
    assertThat(Files.readAllBytes(home.resolve("public/epoch-1.pub")))
        .isEqualTo(keys.newest().publicKey().bytes());
  }

  @Test
  void theSameKeysAreFoundAgain() {
    byte[] first = open(NOTHING).newest().publicKey().bytes();
    byte[] second = open(new KeyNeeds(true, Set.of(1), Map.of())).newest().publicKey().bytes();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void nothingIsMadeWhereRecordsExist() {
    assertThatThrownBy(() -> open(new KeyNeeds(true, Set.of(1), Map.of())))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("ledger.key")
        .hasMessageContaining("restore");
    assertThat(home.resolve("secret/ledger.key")).doesNotExist();
  }

  @Test
  void aMissingEpochIsNamed() {
    open(NOTHING);
    assertThatThrownBy(() -> open(new KeyNeeds(true, Set.of(1, 4), Map.of())))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("epoch-4.key");
  }

  @Test
  void aKeyIsWrittenToItsReplicaFirst() throws Exception {
    Path replica = home.resolve("replica");
    Keyring.open(settings(replica, null), NOTHING);
    assertThat(Files.readAllBytes(replica.resolve("epoch-1.key")))
        .isEqualTo(Files.readAllBytes(home.resolve("secret/epoch-1.key")));
  }

  @Test
  void aReplicaThatIsGivenLaterGetsWhatThereIs() throws Exception {
    open(NOTHING);
    Path replica = home.resolve("replica");
    Keyring keys = Keyring.open(settings(replica, null), NOTHING);
    assertThat(keys.missingInReplica()).isEmpty();
    assertThat(replica.resolve("ledger.key")).hasSameBinaryContentAs(file("ledger.key"));
    Files.delete(replica.resolve("ledger.key"));
    assertThat(keys.missingInReplica()).containsExactly("ledger.key");
  }

  @Test
  void aReplicaWithAnotherKeyOfThatNameStopsTheStart() throws Exception {
    open(NOTHING);
    Path replica = home.resolve("replica");
    Keyring.open(settings(replica, null), NOTHING);
    Files.delete(replica.resolve("ledger.key"));
    Files.write(replica.resolve("ledger.key"), new byte[32]);
    assertThatThrownBy(() -> Keyring.open(settings(replica, null), NOTHING))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("different keys of one name");
  }

  @Test
  void theNextKeyHasItsNameOnlyOnceEverybodyKnowsIt() throws Exception {
    Path replica = home.resolve("replica");
    Keyring keys = Keyring.open(settings(replica, null), NOTHING);
    assertThatThrownBy(
            () ->
                keys.next(
                    (_, _) -> {
                      assertThat(replica.resolve("epoch-2.key.draft")).exists();
                      assertThat(replica.resolve("epoch-2.key")).doesNotExist();
                      assertThat(home.resolve("public/epoch-2.pub")).doesNotExist();
                      throw new IllegalStateException("the power went out");
                    }))
        .hasMessage("the power went out");
    keys.refresh();
    assertThat(keys.newest().number()).isEqualTo(1);

    byte[] draft = Files.readAllBytes(file("epoch-2.key.draft"));
    assertThat(keys.next((_, _) -> true).number()).isEqualTo(2);
    assertThat(file("epoch-2.key")).hasBinaryContent(draft);
    assertThat(replica.resolve("epoch-2.key")).hasBinaryContent(draft);
    assertThat(home.resolve("public/epoch-2.pub")).exists();
    assertThat(file("epoch-2.key.draft")).doesNotExist();
    assertThat(replica.resolve("epoch-2.key.draft")).doesNotExist();
  }

  @Test
  void aPowerCutBetweenTheTwoNamesIsMended() throws Exception {
    Path replica = home.resolve("replica");
    Keyring keys = Keyring.open(settings(replica, null), NOTHING);
    keys.next((_, _) -> true);
    // as if only the replica had got the name
    Files.move(file("epoch-2.key"), file("epoch-2.key.draft"));
    Keyring restarted = Keyring.open(settings(replica, null), NOTHING);
    byte[] made = Files.readAllBytes(replica.resolve("epoch-2.key"));
    restarted.next((_, _) -> true);
    assertThat(file("epoch-2.key")).hasBinaryContent(made);
  }

  @Test
  void aDestroyedKeyIsGoneEverywhere() {
    Path replica = home.resolve("replica");
    Keyring keys = Keyring.open(settings(replica, null), NOTHING);
    keys.next((_, _) -> true);
    assertThatThrownBy(() -> keys.destroy(1)).isInstanceOf(IllegalStateException.class);
    keys.next((_, _) -> true);
    keys.destroy(1);
    assertThat(file("epoch-1.key")).doesNotExist();
    assertThat(replica.resolve("epoch-1.key")).doesNotExist();
    assertThat(home.resolve("public/epoch-1.pub")).doesNotExist();
    assertThat(keys.epoch(1)).isEmpty();
    assertThat(keys.newest().number()).isEqualTo(3);
    assertThatThrownBy(() -> keys.destroy(2)).isInstanceOf(IllegalStateException.class);
  }

  private Path file(String name) {
    return home.resolve("secret").resolve(name);
  }

  @Test
  void aKeyFolderInsideTheDataIsRefused() {
    assertThatThrownBy(() -> Keyring.open(settings(null, home), NOTHING))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("inside the data folder");
  }

  @Test
  void aReplicaInsideTheDataIsRefusedEvenThroughALink() throws Exception {
    Path data = Files.createDirectory(home.resolve("data"));
    Path link = Files.createSymbolicLink(home.resolve("elsewhere"), data);
    assertThatThrownBy(() -> Keyring.open(settings(data.resolve("keys"), data), NOTHING))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("replica of the keys");
    assertThatThrownBy(() -> Keyring.open(settings(link.resolve("keys"), data), NOTHING))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("replica of the keys");
    assertThatThrownBy(() -> Keyring.open(settings(home.resolve("secret"), null), NOTHING))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("the key folder itself");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void noKeyComesToLieWhereThePublicHalvesAreEvenThroughALink() throws Exception {
    Path open = Files.createDirectory(home.resolve("public"));
    Path link = Files.createSymbolicLink(home.resolve("elsewhere"), open);
    for (Path bad : List.of(open, link, open.resolve("keys"), link.resolve("a/b"))) {
      assertThatThrownBy(() -> Keyring.open(settings(bad, null), NOTHING))
          .as("replica")
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("replica of the keys")
          .hasMessageContaining("public");
      assertThatThrownBy(() -> Keyring.open(new KeySettings(bad, null, open, null), NOTHING))
          .as("key folder")
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("TERMIN_PUBLIC_KEYS_DIR");
      assertThat(files(open)).isEmpty();
    }
    assertThat(open).isEmptyDirectory();
    assertThat(home.resolve("secret")).doesNotExist();
  }

  /** The door may read that folder and all that is in it. */
  @Test
  void thePublicHalvesDoNotComeToLieAmongTheKeysEvenThroughALink() throws Exception {
    for (String name : List.of("secret", "replica")) {
      Path folder = Files.createDirectory(home.resolve(name));
      Path link = Files.createSymbolicLink(home.resolve("to-" + name), folder);
      for (Path bad : List.of(folder, link, folder.resolve("public"), link.resolve("public"))) {
        KeySettings settings =
            new KeySettings(home.resolve("secret"), home.resolve("replica"), bad, null);
        assertThatThrownBy(() -> Keyring.open(settings, NOTHING))
            .as("%s", bad)
            .isInstanceOf(CannotStart.class);
        assertThat(folder).isEmptyDirectory();
      }
    }
  }

  @Test
  void aReplicaOpenToOthersIsRefusedEvenThroughALink() throws Exception {
    Path world = Files.createDirectory(home.resolve("world"));
    Files.createFile(world.resolve("somebody-elses"));
    Files.setPosixFilePermissions(world, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path link = Files.createSymbolicLink(home.resolve("elsewhere"), world);
    for (Path bad : List.of(world, link)) {
      assertThatThrownBy(() -> Keyring.open(settings(bad, null), NOTHING))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("other users");
      assertThat(files(world)).containsExactly(world.resolve("somebody-elses"));
    }
  }

  @Test
  void aFolderOpenToOthersIsRefused() throws Exception {
    open(NOTHING);
    Path folder = home.resolve("secret");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThatThrownBy(() -> open(NOTHING)).isInstanceOf(CannotStart.class);
  }

  @Test
  void anEmptyFolderIsMadePrivate() throws Exception {
    Path folder = Files.createDirectory(home.resolve("secret"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    open(NOTHING);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void aDamagedKeyIsNotUsed() throws Exception {
    open(NOTHING);
    Path file = home.resolve("secret/epoch-1.key");
    Files.delete(file);
    Files.write(file, new byte[31]);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assertThatThrownBy(() -> open(NOTHING))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void manyNotifiersOfOneFolderAgreeOnOneKey() throws Exception {
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Callable<List<Byte>>> openings =
          IntStream.range(0, 8)
              .<Callable<List<Byte>>>mapToObj(_ -> () -> bytes(open(NOTHING)))
              .toList();
      List<List<Byte>> seen = pool.invokeAll(openings).stream().map(Future::resultNow).toList();
      assertThat(seen.stream().distinct()).hasSize(1);
    }
  }

  private static List<Byte> bytes(Keyring keys) {
    byte[] raw = keys.newest().publicKey().bytes();
    return IntStream.range(0, raw.length).mapToObj(at -> raw[at]).toList();
  }

  @Test
  void aKeyAnotherNotifierMadeIsFound() throws Exception {
    Keyring keys = open(NOTHING);
    assertThat(keys.epoch(2)).isEmpty();
    Path file = home.resolve("secret/epoch-2.key");
    Files.write(file, new byte[32]);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assertThat(keys.epoch(2)).isPresent();
    assertThat(keys.living()).extracting(epoch -> epoch.number()).containsExactly(2, 1);
  }

  @Test
  void theLastLineAboutAPlaceWins() {
    StopLog log = open(NOTHING).stops();
    UUID erased = UUID.randomUUID();
    UUID stopped = UUID.randomUUID();
    UUID lifted = UUID.randomUUID();
    log.stopped(TODAY, erased, StopLog.WHOLE);
    log.stopped(TODAY, stopped, 1);
    log.stopped(TODAY, lifted, 0);
    log.lifted(TODAY, lifted, 0);
    StopLog.Listed listed = log.listed(TODAY);
    assertThat(listed.whole(erased)).isTrue();
    assertThat(listed.slot(stopped, 1)).isTrue();
    assertThat(listed.slot(stopped, 0)).isFalse();
    assertThat(listed.slot(lifted, 0)).isFalse();
  }

  @Test
  void aTornLineHarmsNoOther() throws IOException {
    StopLog log = open(NOTHING).stops();
    UUID before = UUID.randomUUID();
    UUID after = UUID.randomUUID();
    log.stopped(TODAY, before, 0);
    Files.writeString(home.resolve("secret/stops.log"), "2026-11-2", StandardOpenOption.APPEND);
    log.stopped(TODAY, after, 0);
    StopLog.Listed listed = log.listed(TODAY);
    assertThat(listed.slot(before, 0)).isTrue();
    assertThat(listed.slot(after, 0)).isTrue();
  }

  @Test
  void linesAreForgottenAfterNinetyDays() throws IOException {
    StopLog log = open(NOTHING).stops();
    log.stopped(TODAY, UUID.randomUUID(), 0);
    assertThat(log.listed(TODAY.plusDays(90)).isEmpty()).isFalse();
    assertThat(log.listed(TODAY.plusDays(91)).isEmpty()).isTrue();
    assertThat(Files.readString(home.resolve("secret/stops.log"))).isEmpty();
  }

  @Test
  void whoHasStoppedIsKeptOnTheReplicaTooAndComesBackWithIt() throws Exception {
    Path replica = home.resolve("replica");
    UUID stopped = UUID.randomUUID();
    Keyring keys = Keyring.open(settings(replica, null), NOTHING);
    keys.stops().stopped(TODAY, stopped, StopLog.WHOLE);
    keys.log().destroyed(1, java.time.Instant.parse("2026-11-23T09:00:00Z"));
    assertThat(keys.missingInReplica()).isEmpty();
    for (Path file : files(home.resolve("secret"))) {
      Files.delete(file);
    }
    for (Path copy : files(replica)) {
      Files.copy(copy, home.resolve("secret").resolve(copy.getFileName()));
    }
    Keyring again = Keyring.open(settings(replica, null), new KeyNeeds(true, Set.of(1), Map.of()));
    assertThat(again.stops().listed(TODAY).whole(stopped)).isTrue();
    assertThat(again.log().read().destroyed()).containsExactly(1);
  }

  @Test
  void aStopIsKeptWhileTheReplicaIsAwayAndCopiedOnceItIsBack() throws Exception {
    Path replica = home.resolve("replica");
    UUID stopped = UUID.randomUUID();
    Keyring keys = Keyring.open(settings(replica, null), NOTHING);
    Path away = Files.move(replica, home.resolve("away"));
    keys.stops().stopped(TODAY, stopped, 1);
    assertThat(keys.stops().listed(TODAY).slot(stopped, 1)).isTrue();
    Files.move(away, replica);
    assertThat(keys.missingInReplica()).containsExactly("stops.log");
    keys = Keyring.open(settings(replica, null), new KeyNeeds(true, Set.of(1), Map.of()));
    assertThat(keys.missingInReplica()).isEmpty();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void whereADiskWasPutBackToAnOlderStateTheNewerLogWins() throws Exception {
    Path replica = home.resolve("replica");
    UUID before = UUID.randomUUID();
    UUID since = UUID.randomUUID();
    Keyring keys = Keyring.open(settings(replica, null), NOTHING);
    keys.stops().stopped(TODAY, before, 1);
    Path log = home.resolve("secret/stops.log");
    byte[] older = Files.readAllBytes(log);
    keys.stops().stopped(TODAY, since, 1);
    Files.write(log, older);
    keys = Keyring.open(settings(replica, null), new KeyNeeds(true, Set.of(1), Map.of()));
    assertThat(keys.stops().listed(TODAY).slot(before, 1)).isTrue();
    assertThat(keys.stops().listed(TODAY).slot(since, 1)).isTrue();
  }

  @Test
  void theKeysAreNotSaidToBeDestroyedWhileTheirReplicaIsAway() throws Exception {
    Path replica = home.resolve("replica");
    Keyring.open(settings(replica, null), NOTHING);
    Files.write(home.resolve("secret/.epoch-2.key.left-by-a-crash"), new byte[32]);
    Path away = Files.move(replica, home.resolve("away"));
    assertThatThrownBy(() -> Keyring.destroyAll(settings(replica, null)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("replica");
    assertThat(files(home.resolve("secret"))).noneMatch(file -> file.toString().contains(".key"));
    Files.move(away, replica);
    Keyring.destroyAll(settings(replica, null));
    assertThat(files(replica)).noneMatch(file -> file.toString().contains(".key"));
  }

  /**
   * The place of a disk that is not mounted is an empty folder, and the disk still has the keys.
   */
  @Test
  void theEmptyPlaceOfAReplicaIsNotSaidToHoldNoKeys() throws Exception {
    Path replica = home.resolve("replica");
    Keyring.open(settings(replica, null), NOTHING);
    Path away = Files.move(replica, home.resolve("away"));
    Files.createDirectory(replica);
    assertThatThrownBy(() -> Keyring.destroyAll(settings(replica, null)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("replica");
    assertThat(files(home.resolve("secret"))).noneMatch(file -> file.toString().contains(".key"));
    Files.delete(replica);
    Files.move(away, replica);
    Keyring.destroyAll(settings(replica, null));
    assertThat(files(replica)).noneMatch(file -> file.toString().contains(".key"));
    // again, as after a crash: an emptied replica is known from its empty place
    Keyring.destroyAll(settings(replica, null));
  }

  @Test
  void anEpochIsNotDestroyedWhileItsReplicaIsNotMounted() throws Exception {
    Path replica = home.resolve("replica");
    Keyring keys = Keyring.open(settings(replica, null), NOTHING);
    keys.next((_, _) -> true);
    keys.next((_, _) -> true);
    Path away = Files.move(replica, home.resolve("away"));
    Files.createDirectory(replica);
    assertThatThrownBy(() -> keys.destroy(1)).isInstanceOf(UncheckedIOException.class);
    assertThat(file("epoch-1.key")).exists();
    Files.delete(replica);
    Files.move(away, replica);
    keys.destroy(1);
    assertThat(file("epoch-1.key")).doesNotExist();
    assertThat(replica.resolve("epoch-1.key")).doesNotExist();
  }

  @Test
  void whateverIsCopiedToAReplicaShowsThatItIsOne() {
    assertThat(List.of(StopLog.FILE_NAME, EpochLog.FILE_NAME, WindDownLog.FILE_NAME))
        .allMatch(KeyFileNames::showsReplica);
  }
}

package org.termin.notifier.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.termin.contract.sealed.EpochKeys;
import org.termin.contract.sealed.KeyFileNames;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.notifier.CannotStart;

/**
 * The second place of the keys, on another disk, and of what must outlive a lost disk with them. A
 * new key is there before it is used; the copy of a line may follow.
 */
final class KeyReplica {
  private static final Logger log = LoggerFactory.getLogger(KeyReplica.class);

  private static final byte[] MARK =
      "This is the replica of Termin's keys.\n".getBytes(StandardCharsets.US_ASCII);

  private final KeySettings settings;
  private final @Nullable OtherDisk disk;

  KeyReplica(KeySettings settings, @Nullable OtherDisk disk) {
    this.settings = settings;
    this.disk = disk;
  }

  boolean isWanted() {
    return disk != null;
  }

  /** Who has stopped, what was destroyed, the end: here and there the same. */
  void meetLogs() throws IOException {
    orGoOn(
        replica -> {
          KeyFiles.privateFolder(replica);
          meetLogs(replica);
        });
  }

  private void meetLogs(Path replica) throws IOException {
    mark(replica);
    for (SyncedLines log : logs()) {
      log.meet(replica.resolve(log.name()));
    }
  }

  /**
   * So that it is known for a replica once its keys are destroyed; reminders do not wait for it.
   */
  private static void mark(Path replica) {
    try {
      KeyFiles.writeOnce(replica.resolve(KeyFileNames.REPLICA_MARK), MARK, true);
    } catch (IOException e) {
      log.error("the replica of the keys could not be marked as one");
    }
  }

  /** A replica that is given later gets what there is already; under the lock of the keys. */
  void copyKeysOrGoOn() throws IOException {
    orGoOn(this::copyKeys);
  }

  private void copyKeys(Path replica) throws IOException {
    for (String name : keysMissingIn(replica)) {
      Path copy = replica.resolve(name);
      if (Files.exists(copy)) {
        throw new CannotStart(
            "%s and %s are different keys of one name: find out which one opens the records, and move the other away."
                .formatted(settings.folder().resolve(name), copy));
      }
      KeyFiles.writeOnce(copy, KeyFiles.secret(settings.folder().resolve(name)), true);
    }
  }

  /** Makes up for a time in which it was away; whoever looks next sees whether that went well. */
  void catchUp() {
    try {
      orGoOn(
          replica -> {
            refuseEmpty(replica);
            meetLogs(replica);
          });
      FolderLock.KEYS.holding(
          settings.folder(),
          () -> {
            copyKeysOrGoOn();
            return settings;
          });
    } catch (IOException | CannotStart e) {
      log.error("the replica of the keys could not be brought up to date: {}", e.getMessage());
    }
  }

  /** The place of a disk that was taken away is a folder of this disk: a copy there is none. */
  private static void refuseEmpty(Path replica) throws IOException {
    if (keysIn(replica).isEmpty()) {
      throw new IOException("it holds no key, so its disk is not there; a start fills a new one");
    }
  }

  /** A new key's bytes, there before they are anywhere else; a crash may have left others. */
  byte[] keepFirst(String name, byte[] secret) throws IOException {
    return disk == null
        ? secret
        : disk.within(
            () -> {
              KeyFiles.writeOnce(disk.folder().resolve(name), secret, true);
              return Files.readAllBytes(disk.folder().resolve(name));
            });
  }

  void rename(String from, String to) throws IOException {
    there(replica -> KeyFiles.rename(replica.resolve(from), replica.resolve(to)));
  }

  void destroy(String name) throws IOException {
    there(
        replica -> {
          if (!EveryKey.isThere(replica)) {
            throw new IOException("the disk of the replica is not there, and would keep " + name);
          }
          KeyFiles.destroy(replica.resolve(name));
        });
  }

  /** Names of the files that it lacks or has with other contents; all, if it does not answer. */
  List<String> missing() throws IOException {
    if (disk == null) {
      return List.of();
    }
    try {
      return disk.within(() -> missingIn(disk.folder()));
    } catch (OtherDisk.NoAnswer e) {
      return Stream.concat(
              keysIn(settings.folder()).stream(), logs().stream().map(SyncedLines::name))
          .toList();
    }
  }

  private List<String> missingIn(Path replica) throws IOException {
    List<String> missing = new ArrayList<>(keysMissingIn(replica));
    for (SyncedLines log : logs()) {
      if (!log.isCopiedTo(replica.resolve(log.name()))) {
        missing.add(log.name());
      }
    }
    return List.copyOf(missing);
  }

  private List<SyncedLines> logs() {
    return Stream.of(StopLog.FILE_NAME, EpochLog.FILE_NAME, WindDownLog.FILE_NAME)
        .map(name -> new SyncedLines(settings.folder(), name))
        .toList();
  }

  private List<String> keysMissingIn(Path replica) throws IOException {
    List<String> missing = new ArrayList<>();
    for (String name : keysIn(settings.folder())) {
      Path copy = replica.resolve(name);
      if (!Files.exists(copy) || Files.mismatch(settings.folder().resolve(name), copy) >= 0) {
        missing.add(name);
      }
    }
    return missing;
  }

  private static List<String> keysIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> EpochKeys.epochOf(name).isPresent() || name.equals(LedgerKeys.FILE_NAME))
          .sorted()
          .toList();
    }
  }

  private interface Step {
    void in(Path replica) throws IOException;
  }

  private void there(Step step) throws IOException {
    if (disk != null) {
      disk.within(
          () -> {
            step.in(disk.folder());
            return settings;
          });
    }
  }

  /** Whoever waits for a reminder does not wait for this disk: it is compared again each minute. */
  private void orGoOn(Step step) throws IOException {
    try {
      there(step);
    } catch (OtherDisk.NoAnswer e) {
      log.error("{}: what it lacks is copied once it does", e.getMessage());
    }
  }
}

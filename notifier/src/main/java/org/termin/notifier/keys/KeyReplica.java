package org.termin.notifier.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.termin.contract.sealed.EpochKeys;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.notifier.CannotStart;

/**
 * The second place of the keys, on another disk, and of what must outlive a lost disk with them.
 */
final class KeyReplica {
  private final KeySettings settings;

  KeyReplica(KeySettings settings) {
    this.settings = settings;
  }

  /** Who has stopped, what was destroyed, the end: here and there the same. */
  void meetLogs() throws IOException {
    FolderLock.holding(
        settings.folder(),
        () -> {
          for (SyncedLines log : logs()) {
            log.meetCopy();
          }
          return settings;
        });
  }

  /** A replica that is given later gets what there is already; under the lock. */
  void copyKeys() throws IOException {
    Path replica = settings.replica();
    if (replica == null) {
      return;
    }
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

  /** Names of the files that it lacks or has with other contents. */
  List<String> missing() throws IOException {
    Path replica = settings.replica();
    if (replica == null) {
      return List.of();
    }
    List<String> missing = new ArrayList<>(keysMissingIn(replica));
    for (SyncedLines log : logs()) {
      if (!log.isCopied()) {
        missing.add(log.name());
      }
    }
    return List.copyOf(missing);
  }

  private List<SyncedLines> logs() {
    return Stream.of(StopLog.FILE_NAME, EpochLog.FILE_NAME, WindDownLog.FILE_NAME)
        .map(name -> new SyncedLines(settings.folder(), settings.replica(), name))
        .toList();
  }

  private List<String> keysMissingIn(Path replica) throws IOException {
    List<String> missing = new ArrayList<>();
    try (Stream<Path> files = Files.list(settings.folder())) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        Path copy = replica.resolve(name);
        boolean key = EpochKeys.epochOf(name).isPresent() || name.equals(LedgerKeys.FILE_NAME);
        if (key && (!Files.exists(copy) || Files.mismatch(file, copy) >= 0)) {
          missing.add(name);
        }
      }
    }
    return missing;
  }
}

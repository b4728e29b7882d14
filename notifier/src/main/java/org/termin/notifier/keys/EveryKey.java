package org.termin.notifier.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.termin.contract.sealed.IntakePublicKey;
import org.termin.contract.sealed.KeyFileNames;
import org.termin.notifier.CannotStart;

/** All key files, here and on the replica, and their public halves: for the end of the service. */
final class EveryKey {
  private EveryKey() {}

  /** Takes every key away everywhere, in whatever state a crash has left the folders. */
  static void destroy(KeySettings settings) throws IOException {
    destroyIn(settings.folder());
    for (Path half :
        in(settings.publicFolder(), name -> IntakePublicKey.epochOf(name).isPresent())) {
      KeyFiles.delete(half);
    }
    Path replica = settings.replica();
    if (replica != null && !isThere(replica)) {
      throw new CannotStart(
          "The replica of the keys %s is not there, or its disk is not mounted, and would keep them: bring it back and start once more."
              .formatted(replica));
    }
    if (replica != null) {
      destroyIn(replica);
    }
  }

  /** Whether it is a replica, emptied or not: the place of a disk that is not mounted is none. */
  static boolean isThere(Path replica) throws IOException {
    return !in(replica, KeyFileNames::showsReplica).isEmpty();
  }

  private static void destroyIn(Path folder) throws IOException {
    for (Path key : in(folder, KeyFileNames::isKey)) {
      KeyFiles.destroy(key);
    }
  }

  private static List<Path> in(Path folder, Predicate<String> name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> name.test(file.getFileName().toString())).sorted().toList();
    }
  }
}

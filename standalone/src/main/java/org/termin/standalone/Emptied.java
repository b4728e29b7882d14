package org.termin.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.termin.contract.sealed.KeyFileNames;

/**
 * What became of the keys in one folder: one that cannot be destroyed keeps none of the others.
 *
 * @param destroyed how many are gone
 * @param left how many could not be destroyed
 */
record Emptied(int destroyed, int left) {

  static Emptied of(Path folder) throws IOException {
    int destroyed = 0;
    List<Path> keys = keysIn(folder);
    for (Path key : keys) {
      if (isDestroyed(key)) {
        destroyed++;
      }
    }
    return new Emptied(destroyed, keys.size() - destroyed);
  }

  static List<Path> keysIn(Path folder) throws IOException {
    return in(folder, KeyFileNames::isKey);
  }

  /** The empty place of a disk that is not mounted is no replica: its keys are on that disk. */
  static boolean isReplica(Path folder) throws IOException {
    return !in(folder, KeyFileNames::showsReplica).isEmpty();
  }

  private static List<Path> in(Path folder, Predicate<String> name) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> name.test(file.getFileName().toString())).sorted().toList();
    }
  }

  private static boolean isDestroyed(Path key) {
    try {
      destroy(key);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Written over before it goes; how long a disk keeps the bytes underneath nobody can say. */
  private static void destroy(Path key) throws IOException {
    if (Files.getFileAttributeView(key, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }
    try (FileChannel file = FileChannel.open(key, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.allocate(Math.toIntExact(file.size())), 0);
      file.force(true);
    }
    Files.delete(key);
  }
}

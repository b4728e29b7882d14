package org.termin.notifier.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.termin.notifier.CannotStart;

/** Places in which keys would come to lie where they must not: nothing is made there. */
final class BadPlaces {
  private BadPlaces() {}

  static void refuse(KeySettings settings) {
    Path data = settings.dataFolder();
    if (data != null && real(settings.folder()).startsWith(real(data))) {
      throw new CannotStart(
          "The key folder %s lies inside the data folder %s: a copy of the data would carry its keys; set TERMIN_KEYS_DIR to another place."
              .formatted(settings.folder(), data));
    }
    Path replica = settings.replica();
    if (replica != null && data != null && real(replica).startsWith(real(data))) {
      throw new CannotStart(
          "The replica of the keys %s lies inside the data folder %s: a copy of the data would carry the keys; set TERMIN_KEYS_REPLICA to another place."
              .formatted(replica, data));
    }
    if (replica != null && real(replica).equals(real(settings.folder()))) {
      throw new CannotStart(
          "TERMIN_KEYS_REPLICA is the key folder itself: name a folder on another disk.");
    }
    Path open = settings.publicFolder();
    if (areNested(settings.folder(), open)) {
      throw new CannotStart(
          "TERMIN_PUBLIC_KEYS_DIR %s and the key folder %s must be apart, neither in the other: the public door reads all of the first one."
              .formatted(open, settings.folder()));
    }
    if (replica != null && areNested(replica, open)) {
      throw new CannotStart(
          "The replica of the keys %s and the folder of the public halves %s must be apart, neither in the other: the public door reads it; set TERMIN_KEYS_REPLICA to another place."
              .formatted(replica, open));
    }
  }

  private static boolean areNested(Path one, Path other) {
    return real(one).startsWith(real(other)) || real(other).startsWith(real(one));
  }

  /** Where a path leads, as far as it exists: a link must not lead keys into the data. */
  private static Path real(Path path) {
    try {
      Path parent = path.getParent();
      if (Files.exists(path)) {
        return path.toRealPath();
      }
      return parent == null ? path : real(parent).resolve(path.getFileName());
    } catch (IOException e) {
      return path;
    }
  }
}

package org.termin.notifier.keys;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where keys live: the private folder, its replica on another disk if there is one, the folder the
 * door reads public halves from, and the data folder that must never contain the private ones.
 */
public record KeySettings(
    Path folder, @Nullable Path replica, Path publicFolder, @Nullable Path dataFolder) {
  public KeySettings {
    folder = folder.toAbsolutePath().normalize();
    replica = replica == null ? null : replica.toAbsolutePath().normalize();
    publicFolder = publicFolder.toAbsolutePath().normalize();
    dataFolder = dataFolder == null ? null : dataFolder.toAbsolutePath().normalize();
  }

  @Nullable OtherDisk otherDisk() {
    return replica == null ? null : new OtherDisk(replica);
  }
}

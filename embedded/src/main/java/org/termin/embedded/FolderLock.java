package org.termin.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Holds a folder for one process; the operating system lets go of it when the process dies. */
public final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the folder or says that it is in use; the lock lies beside it. */
  public static FolderLock take(Path folder) {
    return take(folder, folder.resolveSibling(folder.getFileName() + ".lock"));
  }

  /** Takes the folder by a file that lies elsewhere. */
  public static FolderLock take(Path folder, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) != null) {
        return new FolderLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new CannotStart(
          "The folder %s cannot be written: check its owner and the free space; nothing was changed."
              .formatted(folder),
          e);
    }
    throw new CannotStart(
        "The data folder %s is in use by another Termin: stop that one or choose another folder with --data; nothing was changed."
            .formatted(folder));
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // the lock ends with the process in any case
    }
  }
}

package org.termin.notifier.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Two notifiers may share one key folder: whoever makes or appends something holds this lock. */
final class FolderLock {
  // a file lock belongs to the process, so threads of one process need a lock of their own
  private static final ReentrantLock INSIDE = new ReentrantLock();

  private FolderLock() {}

  interface Work<T> {
    T run() throws IOException;
  }

  static <T> T holding(Path folder, Work<T> work) throws IOException {
    INSIDE.lock();
    try (FileChannel file =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      try (var lock = file.lock()) {
        return work.run();
      }
    } finally {
      INSIDE.unlock();
    }
  }
}

package org.termin.notifier.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Two notifiers may share one key folder: whoever makes or appends something holds a lock. */
enum FolderLock {
  /** For the lines of a log here: never held while anybody waits for another disk. */
  LINES(".lock"),
  /** For the keys: making or destroying one waits for the other disk, and no stop waits for it. */
  KEYS(".making.lock"),
  /** For the copies on the other disk: two notifiers must not write an older one over a newer. */
  COPIES(".copying.lock");

  // a file lock belongs to the process, so threads of one process need a lock of their own
  private static final Map<Path, ReentrantLock> INSIDE = new ConcurrentHashMap<>();

  private final String name;

  FolderLock(String name) {
    this.name = name;
  }

  interface Work<T> {
    T run() throws IOException;
  }

  <T> T holding(Path folder, Work<T> work) throws IOException {
    Path place = folder.resolve(name);
    ReentrantLock inside =
        INSIDE.computeIfAbsent(place.toAbsolutePath().normalize(), _ -> new ReentrantLock());
    inside.lock();
    try (FileChannel file =
        FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      try (var lock = file.lock()) {
        return work.run();
      }
    } finally {
      inside.unlock();
    }
  }
}

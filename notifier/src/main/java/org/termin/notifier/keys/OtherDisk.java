package org.termin.notifier.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The disk of the replica. A network file system that does not answer holds whoever asks it, and
 * cannot be interrupted: so one thread alone touches it, in order, and everybody else waits only as
 * long as they chose to.
 */
final class OtherDisk {
  private static final Logger log = LoggerFactory.getLogger(OtherDisk.class);
  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final Duration moment;
  private final Duration patience;
  private final ThreadPoolExecutor thread;
  private final Map<String, FutureTask<String>> following = new ConcurrentHashMap<>();
  private volatile @Nullable Object running;
  private volatile @Nullable Object stuck;

  OtherDisk(Path folder) {
    this(folder, A_MOMENT, PATIENCE);
  }

  /** The same with waits of one's own: for a copy that may follow, and for what must be there. */
  OtherDisk(Path folder, Duration moment, Duration patience) {
    this.folder = folder;
    this.moment = moment;
    this.patience = patience;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("key-replica").factory());
    thread.allowCoreThreadTimeOut(true);
  }

  Path folder() {
    return folder;
  }

  /** It has not answered in time; what was asked of it may still happen. */
  static final class NoAnswer extends IOException {
    private static final long serialVersionUID = 1;

    NoAnswer() {
      super("the replica of the keys does not answer");
    }
  }

  /** Does what must be done there before anything goes on, or says that it could not. */
  <T> T within(FolderLock.Work<T> work) throws IOException {
    if (!answers()) {
      throw new NoAnswer();
    }
    FutureTask<T> task = new FutureTask<>(() -> answered(work));
    thread.execute(task);
    try {
      return await(task, patience);
    } catch (NoAnswer e) {
      // what has not begun is asked again by whoever needs it
      thread.remove(task);
      throw e;
    }
  }

  /**
   * Copies a file there soon. It is waited for a moment, and not at all while the disk is known not
   * to answer: what is copied is on this disk already.
   */
  void follow(String name, FolderLock.Work<String> copying) {
    FutureTask<String> task =
        following.computeIfAbsent(
            name,
            _ -> {
              FutureTask<String> fresh =
                  new FutureTask<>(
                      () -> {
                        // a line that comes from now on needs another copy
                        following.remove(name);
                        return answered(copying);
                      });
              thread.execute(fresh);
              return fresh;
            });
    if (!answers()) {
      return;
    }
    try {
      await(task, moment);
    } catch (IOException e) {
      log.error("{} could not be copied to the replica of the keys yet", name);
    }
  }

  private <T> T answered(FolderLock.Work<T> work) throws IOException {
    running = work;
    try {
      return work.run();
    } finally {
      running = null;
    }
  }

  /** It does again as soon as what somebody waited for in vain has come to its end. */
  private boolean answers() {
    Object hanging = stuck;
    return hanging == null || running != hanging;
  }

  private <T> T await(FutureTask<T> task, Duration most) throws IOException {
    try {
      return task.get(most.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      stuck = running;
      throw new NoAnswer();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException refused -> throw refused;
        case RuntimeException fault -> throw fault;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}

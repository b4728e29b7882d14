package org.termin.standalone.supervise;

import java.time.Duration;

/** Starts again what ended by itself; without pause the first time, later more patiently. */
final class Watch {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final long MOST_SECONDS = 60;

  private final Supervisor supervisor;
  private final Progress progress;
  private final Thread thread;
  private long pauseSeconds = 1;

  Watch(Supervisor supervisor, Progress progress) {
    this.supervisor = supervisor;
    this.progress = progress;
    this.thread = Thread.ofPlatform().daemon().name("watch").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void stop() {
    if (!thread.isAlive()) {
      return;
    }
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!supervisor.stopping()) {
        Thread.sleep(LOOK);
        look();
      }
    } catch (InterruptedException e) {
      // the supervisor stops
    }
  }

  private void look() throws InterruptedException {
    for (Part part : supervisor.parts()) {
      if (part.finished()) {
        part.letGo();
        progress.says(part.name() + " has nothing left to do and has ended");
      } else if (part.lost()) {
        again(part.name());
      }
    }
    if (supervisor.engines().busLost()) {
      again(Supervisor.KAFKA);
    }
    if (supervisor.engines().storeLost()) {
      again(Supervisor.POSTGRES);
    }
  }

  private void again(String name) throws InterruptedException {
    progress.says(name + " ended by itself; it is started again");
    try {
      supervisor.restart(name);
      progress.says(name + " is ready again");
      pauseSeconds = 1;
    } catch (RuntimeException e) {
      progress.says(String.valueOf(e.getMessage()));
      Thread.sleep(Duration.ofSeconds(pauseSeconds));
      pauseSeconds = Math.min(MOST_SECONDS, pauseSeconds * 2);
    }
  }
}

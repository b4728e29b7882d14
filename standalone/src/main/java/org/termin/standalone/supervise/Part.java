package org.termin.standalone.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.termin.embedded.CannotStart;

/** One service in a process of its own. */
final class Part {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final String name;
  private final Supplier<Launch> launch;
  private final Path log;
  private final PidFile pidFile;
  private final URI management;
  private volatile @Nullable Process process;
  private volatile boolean wanted;

  Part(String name, Supplier<Launch> launch, Folders folders, URI management) {
    this.name = name;
    this.launch = launch;
    this.log = folders.logs().resolve(name + ".log");
    this.pidFile = new PidFile(folders.run().resolve(name + ".pid"));
    this.management = management;
  }

  String name() {
    return name;
  }

  URI management() {
    return management;
  }

  void start() {
    try {
      Launch now = launch.get();
      ProcessBuilder builder = new ProcessBuilder(now.command());
      builder.environment().clear();
      builder.environment().putAll(now.environment());
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      wanted = true;
      Process started = builder.start();
      process = started;
      pidFile.write(started.toHandle());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the service says that it is ready, or ends. */
  void awaitReady(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!ready()) {
      if (!alive()) {
        throw new CannotStart(Sentence.lastOf(name, log));
      }
      if (System.nanoTime() > end) {
        throw new CannotStart(
            "%s is not ready after %d seconds: read %s."
                .formatted(name, patience.toSeconds(), log));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("The start was interrupted.", e);
    }
  }

  boolean ready() {
    try {
      return HTTP.send(
                  HttpRequest.newBuilder(management.resolve("/actuator/health/readiness"))
                      .timeout(Duration.ofSeconds(5))
                      .build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  Optional<Process> process() {
    return Optional.ofNullable(process);
  }

  boolean alive() {
    return process().map(Process::isAlive).orElse(false);
  }

  /** Whether it ended although nobody asked it to. */
  boolean lost() {
    return wanted && !alive();
  }

  /** Whether it ended in good order by itself: nothing is left to do, as after a wind-down. */
  boolean finished() {
    return lost() && process().map(one -> one.exitValue() == 0).orElse(false);
  }

  /** Nobody waits for it any more. */
  void letGo() {
    wanted = false;
  }

  void kill() {
    wanted = false;
    process().map(Process::destroyForcibly).ifPresent(one -> end(one, 60));
  }

  void stop() {
    wanted = false;
    process()
        .ifPresent(
            one -> {
              // a stopped process hears nothing until it goes on
              Signals.send(one.pid(), "CONT");
              one.destroy();
              if (!end(one, 30)) {
                end(one.destroyForcibly(), 60);
              }
            });
    pidFile.delete();
  }

  private static boolean end(Process process, long seconds) {
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static void prepare(Folders folders) {
    try {
      Files.createDirectories(folders.logs());
      Files.createDirectories(folders.run());
      // other users of the machine need not see when what went wrong
      for (Path folder : List.of(folders.logs(), folders.run())) {
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
          Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
      }
    } catch (IOException e) {
      throw new CannotStart(
          "The data folder %s cannot be written: check its owner and the free space; nothing was changed."
              .formatted(folders.data()),
          e);
    }
  }
}

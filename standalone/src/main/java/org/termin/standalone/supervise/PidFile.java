package org.termin.standalone.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Remembers a child, so that the next start can end what a killed supervisor left behind. */
record PidFile(Path file) {
  void write(ProcessHandle child) throws IOException {
    Files.writeString(file, child.pid() + " " + started(child));
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // a stale file does no harm: the start instant will not match
    }
  }

  static void endLeftovers(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(file -> file.toString().endsWith(".pid")).forEach(PidFile::end);
    } catch (IOException e) {
      // nothing was left
    }
  }

  private static void end(Path file) {
    try {
      List<String> words = List.of(Files.readString(file).strip().split(" "));
      ProcessHandle.of(Long.parseLong(words.getFirst()))
          .filter(child -> started(child).equals(words.getLast()))
          .ifPresent(PidFile::end);
      Files.deleteIfExists(file);
    } catch (IOException | NumberFormatException e) {
      // unreadable: then there is nothing to end either
    }
  }

  private static void end(ProcessHandle child) {
    child.destroy();
    try {
      child.onExit().get(20, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      child.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A recycled process id belongs to another process, which started at another time. */
  private static String started(ProcessHandle child) {
    return child.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}

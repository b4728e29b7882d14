package org.termin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What lies in PostgreSQL's data folder, and the server process that it names. */
record StoreFolder(Path path) {
  /** Where PostgreSQL notes in its own file which process it is and at which port. */
  private static final int PID_LINE = 0;

  private static final int PORT_LINE = 3;

  private static final String MAJOR = "18";

  Path log() {
    return path.resolveSibling(path.getFileName() + ".log");
  }

  boolean finished() {
    return Files.exists(path.resolve("termin.ready"));
  }

  void markFinished() throws IOException {
    Files.writeString(path.resolve("termin.ready"), "ready\n", StandardOpenOption.CREATE);
  }

  /** Every connection must show a password from now on. */
  void demandPasswords() throws IOException {
    Files.writeString(
        path.resolve("pg_hba.conf"),
        """
        # written by Termin: every role shows its password, and only from this machine
        local all all scram-sha-256
        host all all 127.0.0.1/32 scram-sha-256
        host all all ::1/128 scram-sha-256
        """);
  }

  void demandSound(Path passwordFile) {
    if (empty()) {
      return;
    }
    String version = versionFile();
    if (!version.isEmpty() && !version.equals(MAJOR)) {
      throw new CannotStart(
          "The data folder %s was written by PostgreSQL %s, this is %s: move the data with a dump; nothing was changed."
              .formatted(path, version, MAJOR));
    }
    if (!finished()) {
      throw new CannotStart(
          "The data folder %s is damaged or its first start was interrupted: restore a backup, or delete the folder if Termin never ran from it; nothing was changed."
              .formatted(path));
    }
    for (String needed :
        List.of("PG_VERSION", "postgresql.conf", "pg_hba.conf", "global/pg_control", "pg_wal")) {
      if (Files.notExists(path.resolve(needed))) {
        throw new CannotStart(
            "The data folder %s is damaged (%s is missing): restore a backup or choose another folder; nothing was changed."
                .formatted(path, needed));
      }
    }
    if (Files.notExists(passwordFile)) {
      throw new CannotStart(
          "The password file %s of the data folder is missing: restore it from your copy of the key folder; nothing was changed."
              .formatted(passwordFile));
    }
  }

  private boolean empty() {
    if (Files.notExists(path)) {
      return true;
    }
    try (Stream<Path> inside = Files.list(path)) {
      return inside.findAny().isEmpty();
    } catch (IOException e) {
      throw new CannotStart(
          "The data folder %s cannot be read: check its owner; nothing was changed."
              .formatted(path),
          e);
    }
  }

  private String versionFile() {
    try {
      return Files.exists(path.resolve("PG_VERSION"))
          ? Files.readString(path.resolve("PG_VERSION")).strip()
          : "";
    } catch (IOException e) {
      return "";
    }
  }

  Optional<Long> pid() {
    return noted(PID_LINE);
  }

  /** The port of the server that runs on this folder. */
  OptionalInt port() {
    return alive()
        ? noted(PORT_LINE).stream().mapToInt(Math::toIntExact).findFirst()
        : OptionalInt.empty();
  }

  private Optional<Long> noted(int line) {
    try {
      return Files.readAllLines(path.resolve("postmaster.pid")).stream()
          .skip(line)
          .findFirst()
          .map(String::strip)
          .map(Long::valueOf);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A server whose supervisor was killed still runs; nobody else holds the folder's lock. */
  void stopOrphan() {
    server().ifPresent(orphan -> end(orphan, "-INT"));
  }

  void kill() {
    server().ifPresent(server -> end(server, "-KILL"));
  }

  boolean alive() {
    return server().isPresent();
  }

  private Optional<ProcessHandle> server() {
    return pid()
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().command().orElse("postgres").contains("postgres"));
  }

  private static void end(ProcessHandle server, String signal) {
    // the server's own children hold the shared memory until they notice
    List<ProcessHandle> all = Stream.concat(server.descendants(), Stream.of(server)).toList();
    try {
      new ProcessBuilder("kill", signal, Long.toString(server.pid())).start().waitFor();
      for (ProcessHandle process : all) {
        try {
          process.onExit().get(20, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
          process.destroyForcibly();
        }
      }
    } catch (IOException | java.util.concurrent.ExecutionException e) {
      throw new CannotStart("The running PostgreSQL could not be stopped.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

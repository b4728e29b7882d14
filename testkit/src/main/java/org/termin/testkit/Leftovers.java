package org.termin.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Folders of test engines, named after their JVM, so that what a killed JVM left is cleared. */
final class Leftovers {
  private static final Path ROOT = Path.of(System.getProperty("java.io.tmpdir"), "termin-tests");
  private static final Pattern NAME = Pattern.compile("[a-z]+-(\\d+)-.*");

  private Leftovers() {}

  static Path newFolder(String what) throws IOException {
    Files.createDirectories(ROOT);
    clearOfDeadJvms();
    return Files.createTempDirectory(ROOT, what + "-" + ProcessHandle.current().pid() + "-");
  }

  static void atExit(Runnable end) {
    Runtime.getRuntime().addShutdownHook(new Thread(end, "end of tests"));
  }

  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    } catch (IOException e) {
      // the next JVM tries again
    }
  }

  private static void clearOfDeadJvms() throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(ROOT)) {
      folders = all.toList();
    }
    for (Path folder : folders) {
      Matcher name = NAME.matcher(folder.getFileName().toString());
      if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
        endServer(folder.resolve("postgres/postmaster.pid"));
        delete(folder);
      }
    }
  }

  private static void endServer(Path pidFile) {
    try (Stream<String> lines = Files.lines(pidFile)) {
      lines
          .findFirst()
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
          .filter(one -> one.info().command().orElse("").contains("postgres"))
          .ifPresent(ProcessHandle::destroyForcibly);
    } catch (IOException | RuntimeException e) {
      // no server was left
    }
  }
}

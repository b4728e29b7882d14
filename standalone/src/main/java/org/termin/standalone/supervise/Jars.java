package org.termin.standalone.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.termin.embedded.CannotStart;

/** Finds the services' jars where the build puts them. */
final class Jars {
  private Jars() {}

  static Path of(String module) {
    Path target = home().resolve(module).resolve("target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().matches(module + "-\\d[^-]*\\.jar"))
          .findFirst()
          .orElseThrow(() -> missing(module));
    } catch (IOException e) {
      throw missing(module);
    }
  }

  private static CannotStart missing(String module) {
    return new CannotStart(
        "The program %s has not been built: run mvn -DskipTests package; nothing was changed."
            .formatted(module));
  }

  /** The folder that holds the modules: told by the launcher, else looked for upwards. */
  static Path home() {
    String told = System.getProperty("termin.home");
    if (told != null) {
      return Path.of(told);
    }
    Path here = Path.of("").toAbsolutePath();
    for (Path at = here; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("notifier")) && Files.exists(at.resolve("pom.xml"))) {
        return at;
      }
    }
    return here;
  }
}

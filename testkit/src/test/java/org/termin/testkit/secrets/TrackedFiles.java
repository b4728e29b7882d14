package org.termin.testkit.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What git tracks, and what the next {@code git add} would take. */
final class TrackedFiles {
  private TrackedFiles() {}

  static List<Path> in(Path checkout) {
    try {
      Process git =
          new ProcessBuilder(
                  "git",
                  // somebody else's checkout is only read
                  "-c",
                  "safe.directory=*",
                  "ls-files",
                  "-z",
                  "--cached",
                  "--others",
                  "--exclude-standard")
              .directory(checkout.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() != 0) {
        throw new IllegalStateException("git does not say what it tracks in " + checkout);
      }
      return Stream.of(names.split("\0"))
          .filter(name -> !name.isEmpty())
          .distinct()
          .map(checkout::resolve)
          // deleted, and not committed yet
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

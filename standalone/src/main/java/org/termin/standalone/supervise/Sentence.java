package org.termin.standalone.supervise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the one sentence with which a service explained why it does not run. */
final class Sentence {
  private static final String OWN = "The scheduler cannot start: ";

  private Sentence() {}

  static String lastOf(String name, Path log) {
    try {
      // a log may hold bytes that are no text
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1)
              .lines()
              .map(String::strip)
              .toList();
      for (String line : lines.reversed()) {
        // the scheduler's own words, without the frame that Spring puts around the others'
        if (line.startsWith(OWN)) {
          return utf8(line.substring(OWN.length()));
        }
      }
      int description = lines.lastIndexOf("Description:");
      if (description >= 0) {
        for (String line : lines.subList(description + 1, lines.size())) {
          if (!line.isEmpty()) {
            return utf8(line);
          }
        }
      }
    } catch (IOException e) {
      // the general sentence it is
    }
    return "%s ended while it started: read %s.".formatted(name, log);
  }

  private static String utf8(String line) {
    return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}

package org.termin.standalone.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives one process a clock of its own, by the library of the same name. Only the time of day is
 * moved; what measures durations goes on as it was.
 */
record Faketime(Path library, Path file) {
  private static final List<Path> PLACES =
      List.of(
          Path.of(System.getProperty("chaos.faketime", "/nowhere")),
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

  /** A clock that can be moved while its process runs; none where the library is not installed. */
  static Optional<Faketime> in(Path folder, String name) {
    return PLACES.stream()
        .filter(Files::exists)
        .findFirst()
        .map(library -> new Faketime(library, folder.resolve(name + ".faketime")));
  }

  /** Moves the clock: "+24h", "-10m". */
  Faketime to(String offset) {
    try {
      Files.writeString(file, offset + "\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD",
        library.toString(),
        "FAKETIME_TIMESTAMP_FILE",
        file.toString(),
        "FAKETIME_CACHE_DURATION",
        "1",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        // this "fix" moves deadlines of the monotonic clock: every wait of the JVM ends at once
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }
}

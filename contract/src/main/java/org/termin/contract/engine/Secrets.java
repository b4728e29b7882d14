package org.termin.contract.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Secrets of an environment that names files: what NAME_FILE holds stands for NAME. */
public final class Secrets {
  private static final String SUFFIX = "_FILE";

  private Secrets() {}

  /**
   * The secrets by the names they stand for.
   *
   * @param which the names, as they stand in the environment, that are meant
   * @throws UncheckedIOException with one sentence where a file cannot be read
   */
  public static Map<String, Object> read(Map<String, ?> environment, Predicate<String> which) {
    Map<String, Object> secrets = new HashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.endsWith(SUFFIX) && which.test(name) && !value.toString().isBlank()) {
            secrets.put(
                name.substring(0, name.length() - SUFFIX.length()), read(name, value.toString()));
          }
        });
    return secrets;
  }

  private static String read(String name, String file) {
    try {
      return Files.readString(Path.of(file), UTF_8).strip();
    } catch (IOException | InvalidPathException e) {
      throw new UncheckedIOException(
          "The file named by %s cannot be read.".formatted(name), new IOException(e));
    }
  }
}

package org.termin.standalone.supervise;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.termin.embedded.CannotStart;

/** Where everything of one Termin lies; the keys never below the data. */
public record Folders(Path data, Path keys) {
  /** In the key folder: what the commands show the notifier. */
  public static final String OPERATOR_TOKEN = "operator.token";

  /** The key folder unless another one is given: TERMIN_KEYS_DIR, or the user's own. */
  public static Path keysOfThisMachine() {
    return Optional.ofNullable(System.getenv("TERMIN_KEYS_DIR"))
        .filter(given -> !given.isBlank())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config", "termin", "keys"));
  }

  public Folders {
    data = real(data);
    keys = real(keys);
    if (keys.startsWith(data)) {
      throw new CannotStart(
          "The key folder %s lies inside the data folder %s, so a copy of the data would carry its keys: set TERMIN_KEYS_DIR to another place; nothing was changed."
              .formatted(keys, data));
    }
  }

  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      return Files.exists(absolute) ? absolute.toRealPath() : absolute;
    } catch (java.io.IOException e) {
      return absolute;
    }
  }

  /** What the commands show the notifier. */
  public Path operatorToken() {
    return keys.resolve(OPERATOR_TOKEN);
  }

  Path postgres() {
    return data.resolve("postgres");
  }

  Path kafka() {
    return data.resolve("kafka");
  }

  public Path publicKeys() {
    return data.resolve("public-keys");
  }

  /** The services' logs. */
  public Path logs() {
    return data.resolve("logs");
  }

  Path run() {
    return data.resolve("run");
  }

  Path passwords() {
    return keys.resolve("passwords");
  }

  Path lock() {
    return data.resolve("termin.lock");
  }

  /** Says that this data was once used with a real provider. */
  Path sentForReal() {
    return data.resolve("sent-for-real");
  }

  /** Says that this data's clock can be moved. */
  Path simulated() {
    return data.resolve("simulated-clock");
  }
}

package org.termin.notifier.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.termin.notifier.CannotStart;

/** Every secret may come as a file: NAME_FILE is read and stands for NAME. */
final class SecretFiles implements EnvironmentPostProcessor {
  private static final String SUFFIX = "_FILE";

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
    Map<String, Object> secrets = new HashMap<>();
    environment
        .getSystemEnvironment()
        .forEach(
            (name, value) -> {
              if (name.endsWith(SUFFIX) && ours(name) && !value.toString().isBlank()) {
                secrets.put(
                    name.substring(0, name.length() - SUFFIX.length()),
                    read(name, value.toString()));
              }
            });
    // the ending makes Spring match these names the way it matches the environment's own
    environment
        .getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("secret-files-systemEnvironment", secrets));
  }

  private static boolean ours(String name) {
    return name.startsWith("TERMIN_") || name.startsWith("TWILIO_") || name.startsWith("SPRING_");
  }

  private static String read(String name, String file) {
    try {
      return Files.readString(Path.of(file), UTF_8).strip();
    } catch (IOException e) {
      throw new CannotStart("The file named by %s cannot be read.".formatted(name));
    }
  }
}

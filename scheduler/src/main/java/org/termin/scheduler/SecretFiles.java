package org.termin.scheduler;

import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.termin.contract.engine.Secrets;

/** A secret for Kafka may come as a file: NAME_FILE is read and stands for NAME. */
final class SecretFiles implements EnvironmentPostProcessor {
  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
    try {
      // the ending makes Spring match these names the way it matches the environment's own
      environment
          .getPropertySources()
          .addFirst(
              new SystemEnvironmentPropertySource(
                  "secret-files-systemEnvironment",
                  Secrets.read(
                      environment.getSystemEnvironment(), name -> name.startsWith("SPRING_"))));
    } catch (UncheckedIOException e) {
      throw new CannotStart(String.valueOf(e.getMessage()));
    }
  }
}

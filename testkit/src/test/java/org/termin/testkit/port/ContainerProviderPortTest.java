package org.termin.testkit.port;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.termin.testkit.sms.FakeSmsProgram;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** The fake provider behind a container's network, as a real one is behind the net. */
@NeedsImage("eclipse-temurin:25-jre")
class ContainerProviderPortTest extends ProviderContract {
  private static final List<Class<?>> PARTS =
      List.of(
          FakeSmsProgram.class,
          JsonNode.class,
          JsonParser.class,
          JsonProperty.class,
          Nullable.class);

  private static final GenericContainer<?> PROVIDER =
      new GenericContainer<>("eclipse-temurin:25-jre")
          .withExposedPorts(FakeSmsProgram.PORT)
          .withCommand("java", "-Xmx64m", "-cp", "/fake/*:/fake/0", FakeSmsProgram.class.getName())
          .waitingFor(Wait.forLogMessage(".*" + FakeSmsProgram.READY + ".*", 1));

  @BeforeAll
  static void start() throws URISyntaxException {
    for (int n = 0; n < PARTS.size(); n++) {
      Path part = whereIs(PARTS.get(n));
      String place = "/fake/" + n + (part.toFile().isDirectory() ? "" : ".jar");
      PROVIDER.withCopyFileToContainer(MountableFile.forHostPath(part), place);
    }
    PROVIDER.start();
  }

  @AfterAll
  static void stop() {
    PROVIDER.stop();
  }

  @Override
  protected URI baseUrl() {
    return URI.create(
        "http://%s:%d".formatted(PROVIDER.getHost(), PROVIDER.getMappedPort(FakeSmsProgram.PORT)));
  }

  private static Path whereIs(Class<?> part) throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(part.getProtectionDomain().getCodeSource()).getLocation().toURI());
  }
}

package org.termin.standalone.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.termin.testkit.Figures;

/** The compose file of the project, run under a name and on ports of its own. */
final class Compose implements AutoCloseable {
  private static final String PROJECT = "termin-it";

  private final Map<String, String> environment;

  Compose(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Runs {@code docker compose} with these words; what it printed. */
  String compose(String... words) {
    List<String> command =
        new ArrayList<>(List.of("docker", "compose", "-p", PROJECT, "--profile", "mail"));
    command.addAll(List.of(words));
    return run(command);
  }

  /** One fact about a service's container, in the engine's template language. */
  String fact(String service, String template) {
    return docker("inspect", "-f", template, PROJECT + "-" + service + "-1").strip();
  }

  /** Whether a container in that network reaches that address. */
  boolean reaches(String network, String host, int port) {
    String knock = "exec 3<>/dev/tcp/%s/%d && echo open".formatted(host, port);
    try {
      return docker(
              "run",
              "--rm",
              "--network",
              PROJECT + "_" + network,
              "eclipse-temurin:25-jre",
              "timeout",
              "5",
              "bash",
              "-c",
              knock)
          .contains("open");
    } catch (IllegalStateException refused) {
      return false;
    }
  }

  private String docker(String... words) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(words));
    return run(command);
  }

  /** Runs a program in the project's folder; its output is in the exception where it fails. */
  String run(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(Figures.project().toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + "\n" + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    compose("down", "-v", "--timeout", "10");
  }
}

package org.termin.standalone.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others wrote to look at pages; {@code npm ci} in build/pages brings it. */
final class Checkers {
  private static final int PATIENCE_MINUTES = 5;

  private final Path modules;

  private Checkers(Path modules) {
    this.modules = modules;
  }

  static Checkers found() {
    Path modules = root().resolve("build/pages/node_modules");
    assumeTrue(
        Files.exists(modules.resolve("axe-core/axe.min.js")),
        "no checkers on this machine (npm ci in build/pages): pages are not checked");
    return new Checkers(modules);
  }

  static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (Files.notExists(at.resolve("docker-compose.yml"))) {
      at = Objects.requireNonNull(at.getParent(), "the project's folder is above");
    }
    return at;
  }

  /** The script that looks for what keeps people out. */
  String axe() {
    try {
      return Files.readString(modules.resolve("axe-core/axe.min.js"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What Lighthouse says of a page: shares of 1, and the audits that failed. */
  record Light(
      String page, double accessibility, double practices, List<String> failed, String trouble) {}

  /** What Lighthouse says of these addresses. */
  List<Light> lighthouse(List<String> pages) throws IOException, InterruptedException {
    assumeTrue(
        Files.exists(modules.resolve("lighthouse/package.json")),
        "no Lighthouse on this machine (npm ci in build/pages): pages are not checked by it");
    List<String> call =
        new ArrayList<>(
            List.of(
                "node",
                modules.resolveSibling("light.mjs").toString(),
                Chromium.program().orElseThrow().toString()));
    call.addAll(pages);
    Path said = Files.createTempFile("light", ".json");
    Process process =
        new ProcessBuilder(call)
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    ended(process, "Lighthouse");
    List<Light> all =
        Files.readAllLines(said).stream()
            .map(line -> JsonMapper.shared().readValue(line, Light.class))
            .toList();
    Files.delete(said);
    return all;
  }

  private static void ended(Process process, String name) throws InterruptedException {
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(name + " takes too long");
    }
  }

  /** What the Nu checker has against pages; nothing where all are sound. */
  List<String> markup(List<Path> pages) throws IOException, InterruptedException {
    List<String> call =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss2m",
                "-jar",
                modules.resolve("vnu-jar/build/dist/vnu.jar").toString(),
                "--format",
                "json",
                "--stdout"));
    pages.forEach(page -> call.add(page.toString()));
    Path said = Files.createTempFile("markup", ".json");
    Process process =
        new ProcessBuilder(call)
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    ended(process, "the checker of markup");
    List<String> wrong = new ArrayList<>();
    JsonNode messages = JsonMapper.shared().readTree(Files.readString(said)).required("messages");
    for (JsonNode one : messages) {
      String page = one.path("url").asString("");
      wrong.add(
          "%s: %s %s (%s)"
              .formatted(
                  page.substring(page.lastIndexOf('/') + 1),
                  one.path("type").asString(),
                  one.path("message").asString(),
                  one.path("extract").asString("").strip()));
    }
    Files.delete(said);
    return wrong;
  }
}

package org.termin.standalone.watched;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.termin.embedded.Ports;
import org.termin.standalone.rest.Rest;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.Figures;
import tools.jackson.databind.JsonNode;

/** The machine's own Prometheus; where there is none, the tests that need it are skipped. */
final class Prometheus implements AutoCloseable {
  private static final Path RULES = Figures.project().resolve("docker/prometheus");
  private static final String MACHINE =
      """
      global: { scrape_interval: %1$s, scrape_timeout: %1$s, evaluation_interval: %1$s }
      rule_files: ["%2$s/alarms.yml", "%2$s/services.yml"]
      scrape_configs:
      """;
  private static final String JOB =
      """
        - job_name: %s
          metrics_path: /actuator/prometheus
          static_configs: [{ targets: ["%s"] }]
      """;

  private final Process process;
  private final Rest rest;

  private Prometheus(Process process, int port) {
    this.process = process;
    this.rest = new Rest(URI.create("http://127.0.0.1:" + port));
  }

  /** Looks at all services of that Termin, as often as that. */
  static Prometheus watching(Supervisor termin, Path folder, Duration every) {
    Path program = program("prometheus");
    int port = Ports.free();
    StringBuilder config = new StringBuilder(MACHINE.formatted(every.toSeconds() + "s", RULES));
    for (String name : termin.services()) {
      config.append(JOB.formatted(name, termin.management(name).getAuthority()));
    }
    try {
      Files.createDirectories(folder);
      Path file = Files.writeString(folder.resolve("prometheus.yml"), config);
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "--config.file=" + file,
                  "--storage.tsdb.path=" + folder.resolve("data"),
                  "--web.listen-address=127.0.0.1:" + port)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("prometheus.log").toFile())
              .start();
      Prometheus prometheus = new Prometheus(process, port);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> prometheus.up().equals(Set.copyOf(termin.services())));
      return prometheus;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program of Prometheus' package, or the test that needs it is skipped. */
  static Path program(String name) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() -> abort("no " + name + " on this machine: its rules are not tried"));
  }

  /** The services that answered the last look. */
  Set<String> up() {
    Set<String> names = new TreeSet<>();
    try {
      query("up == 1").forEach(one -> names.add(one.path("metric").path("job").asString()));
    } catch (UncheckedIOException | IllegalStateException e) {
      // it is still starting
    }
    return names;
  }

  /** The series that an expression gives now. */
  List<JsonNode> query(String expression) {
    return result("/api/v1/query?query=" + encoded(expression));
  }

  /** The series of an expression from one instant to another, in Unix seconds. */
  List<JsonNode> range(String expression, long from, long to, int step) {
    return result(
        "/api/v1/query_range?query=%s&start=%d&end=%d&step=%d"
            .formatted(encoded(expression), from, to, step));
  }

  private List<JsonNode> result(String path) {
    List<JsonNode> series = new ArrayList<>();
    rest.get(path).expect(200).path("data").path("result").forEach(series::add);
    return series;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The alerts that call somebody now. */
  Set<String> firing() {
    Set<String> names = new TreeSet<>();
    for (JsonNode one : rest.get("/api/v1/alerts").expect(200).path("data").path("alerts")) {
      if (one.path("state").asString().equals("firing")) {
        names.add(one.path("labels").path("alertname").asString());
      }
    }
    return names;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.termin.notifier.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.termin.contract.event.ExpiryDue;
import org.termin.database.Role;
import org.termin.notifier.RecordingOutbox;
import org.termin.notifier.bus.DueHandler;
import org.termin.notifier.keys.KeySettings;
import org.termin.notifier.keys.OperatorToken;
import org.termin.testkit.TestBus;
import org.termin.testkit.TestStore;

/** The whole service on real engines, on a port of its own; messages at once are only recorded. */
public final class RunningNotifier implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  @Configuration
  static class Recorded {
    @Bean
    @Primary
    RecordingOutbox recordingOutbox() {
      return new RecordingOutbox();
    }

    @Bean
    @Primary
    RecordedDue recordedDue() {
      return new RecordedDue();
    }
  }

  /** Takes every due reminder, and refuses as often as it is told to. */
  public static final class RecordedDue implements DueHandler {
    public final List<ExpiryDue> taken = new CopyOnWriteArrayList<>();
    public final AtomicInteger refusals = new AtomicInteger();

    @Override
    public int take(List<ExpiryDue> due) {
      if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new IllegalStateException("the store is away");
      }
      taken.addAll(due);
      return due.size();
    }
  }

  private RunningNotifier(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static RunningNotifier on(TestStore store, Path keys, Map<String, String> more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--spring.datasource.url=" + store.url(),
                "--spring.datasource.password=" + store.password(Role.NOTIFIER),
                "--spring.datasource.hikari.maximum-pool-size=8",
                "--spring.kafka.bootstrap-servers=" + TestBus.shared().bootstrapServers(),
                "--termin.keys.dir=" + keys.resolve("secret"),
                "--termin.keys.public-dir=" + keys.resolve("public"),
                "--termin.intake.every=200ms",
                "--termin.sweep.every=500ms"));
    more.forEach((name, value) -> settings.add("--" + name + "=" + value));
    return new RunningNotifier(
        new SpringApplicationBuilder(NotifierApplication.class, Recorded.class)
            .run(settings.toArray(String[]::new)));
  }

  public static RunningNotifier on(TestStore store) {
    try {
      return on(store, Files.createTempDirectory("keys"), Map.of());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  /** What a supervisor is told: 200 ready, 503 not. */
  public int readiness() {
    return ask("/actuator/health/readiness").statusCode();
  }

  public HttpResponse<String> ask(String path) {
    return send(HttpRequest.newBuilder(uri(path)).header("Authorization", token()).build());
  }

  /** Somebody else on this machine. */
  public HttpResponse<String> askAsStranger(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  private String token() {
    try {
      Path folder = get(KeySettings.class).folder();
      return "Bearer " + Files.readString(folder.resolve(OperatorToken.FILE_NAME)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public HttpResponse<String> post(String path, String json) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .header("Authorization", token())
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public int port() {
    return Integer.parseInt(
        String.valueOf(context.getEnvironment().getProperty("local.server.port")));
  }

  @Override
  public void close() {
    context.close();
  }
}

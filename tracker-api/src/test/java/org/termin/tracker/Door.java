package org.termin.tracker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.termin.contract.sealed.EpochKeys;
import org.termin.database.Role;
import org.termin.testkit.TestBus;
import org.termin.testkit.TestStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real door on a random port, with a real store and bus, and the keys to look behind it. */
public final class Door {
  /** What a test's callbacks are signed for. */
  public static final String CALLBACK_URL = "https://door.example/termin";

  public static final String SECRET = "3b6f0d7c-secret";
  private static final JsonMapper JSON = new JsonMapper();

  public final TestStore store;
  public final EpochKeys keys;
  public final Path publicKeys;
  public final URI base;
  public final URI management;
  public final ConfigurableApplicationContext context;
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private Door(String kafka, boolean withKey, String... more) {
    this(Clock.systemUTC(), kafka, withKey, more);
  }

  private Door(Clock clock, String kafka, boolean withKey, String... more) {
    try {
      store = TestStore.fresh();
      keys = EpochKeys.of(7, bytes(0x40));
      Path folder = Files.createTempDirectory("door");
      publicKeys = Files.createDirectory(folder.resolve("public"));
      if (withKey) {
        giveKey();
      }
      Path password =
          Files.writeString(folder.resolve("password"), store.password(Role.TRACKER) + "\n");
      Path organiser =
          Files.writeString(folder.resolve("organiser"), store.password(Role.ORGANISER_RO) + "\n");
      Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "--server.port=0",
                  "--management.server.port=0",
                  "--termin.db.url=" + store.url(),
                  "--termin.db.password-file=" + password,
                  "--termin.db.organiser-password-file=" + organiser,
                  "--termin.keys.public-dir=" + publicKeys,
                  "--termin.callback.url=" + CALLBACK_URL,
                  "--termin.callback.secret-file=" + secret,
                  "--termin.limits.registrations=100000",
                  "--termin.limits.changes=100000",
                  "--termin.limits.plans=100000",
                  "--termin.limits.reads=100000",
                  "--termin.limits.callbacks=100000",
                  "--spring.kafka.bootstrap-servers=" + kafka));
      for (String setting : more) {
        String name = setting.substring(0, setting.indexOf('=') + 1);
        arguments.removeIf(usual -> usual.startsWith(name));
        arguments.add(setting);
      }
      context =
          new SpringApplicationBuilder(Tracker.class)
              .initializers(
                  (GenericApplicationContext fresh) ->
                      fresh.registerBean(
                          "testsClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
              .run(arguments.toArray(String[]::new));
      int port = ((WebServerApplicationContext) context).getWebServer().getPort();
      base = URI.create("http://127.0.0.1:" + port);
      management =
          URI.create(
              "http://127.0.0.1:" + context.getEnvironment().getProperty("local.management.port"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static final class Holder {
    static final Door ONE = new Door(TestBus.shared().bootstrapServers(), true);
    static final StandIn STAND_IN = StandIn.of(ONE);
  }

  /** The one most tests share; behind it the notifier's stand-in works. */
  public static Door shared() {
    return Holder.ONE;
  }

  /** The stand-in behind the shared door. */
  public static StandIn standIn() {
    return Holder.STAND_IN;
  }

  /** A door of a test's own. */
  public static Door with(String... settings) {
    return new Door(TestBus.shared().bootstrapServers(), true, settings);
  }

  /** A door whose time-outs go by another clock. */
  public static Door at(Clock clock, String... settings) {
    return new Door(clock, TestBus.shared().bootstrapServers(), true, settings);
  }

  /** A door whose broker is away. */
  public static Door withoutBroker() {
    return new Door("127.0.0.1:1", true);
  }

  /** A door before the notifier made its first key. */
  public static Door withoutKey() {
    return new Door(TestBus.shared().bootstrapServers(), false);
  }

  /** The notifier has made a key. */
  public void giveKey() throws IOException {
    Files.write(publicKeys.resolve(keys.publicKey().fileName()), keys.publicKey().bytes());
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  /** What is no text. */
  public HttpResponse<byte[]> bytes(String path, String... headers) {
    return send("GET", path, null, HttpResponse.BodyHandlers.ofByteArray(), headers);
  }

  public HttpResponse<String> post(String path, String json, String... headers) {
    return send("POST", path, json, with("Content-Type", "application/json", headers));
  }

  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    return send(method, path, body, HttpResponse.BodyHandlers.ofString(), headers);
  }

  private <T> HttpResponse<T> send(
      String method,
      String path,
      String body,
      HttpResponse.BodyHandler<T> answer,
      String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(path.startsWith("http") ? URI.create(path) : base.resolve(path))
            .timeout(Duration.ofSeconds(90))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), answer);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  public static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  public static String json(Map<String, ?> value) {
    return JSON.writeValueAsString(value);
  }

  /** Sends a form as a browser without scripts would. */
  public HttpResponse<String> form(String path, Map<String, String> fields, String... headers) {
    String body =
        fields.entrySet().stream()
            .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        "POST",
        path,
        body,
        with(
            "Content-Type",
            "application/x-www-form-urlencoded",
            with("Accept", "text/html", headers)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** How many messages lie in the inbox. */
  public long inbox() {
    return store
        .jdbc(Role.NOTIFIER)
        .sql("select count(*) from door.inbox")
        .query(Long.class)
        .single();
  }

  private static String[] with(String name, String value, String... more) {
    List<String> all = new ArrayList<>(List.of(name, value));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }

  private static byte[] bytes(int first) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (first + i);
    }
    return bytes;
  }
}

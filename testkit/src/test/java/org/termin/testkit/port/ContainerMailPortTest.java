package org.termin.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mail server of docker-compose.yml, read through its documented API. */
@NeedsImage("axllent/mailpit:v1.26.1")
class ContainerMailPortTest extends MailContract {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SMTP = 1025;
  private static final int API = 8025;
  private static final GenericContainer<?> MAILS =
      new GenericContainer<>("axllent/mailpit:v1.26.1")
          .withExposedPorts(SMTP, API)
          .waitingFor(Wait.forHttp("/readyz").forPort(API));

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    MAILS.start();
  }

  @AfterAll
  static void stop() {
    MAILS.stop();
  }

  @Override
  protected String host() {
    return MAILS.getHost();
  }

  @Override
  protected int port() {
    return MAILS.getMappedPort(SMTP);
  }

  @Override
  protected List<MimeMessage> receivedFor(String address) throws MessagingException {
    String query = URLEncoder.encode("to:" + address, StandardCharsets.UTF_8);
    JsonNode found = JSON.readTree(get("/api/v1/search?query=" + query));
    List<MimeMessage> mails = new ArrayList<>();
    for (JsonNode one : found.path("messages")) {
      byte[] raw = get("/api/v1/message/" + one.path("ID").asString() + "/raw");
      mails.add(
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
    }
    return mails;
  }

  private byte[] get(String path) {
    URI uri = URI.create("http://%s:%d%s".formatted(host(), MAILS.getMappedPort(API), path));
    try {
      HttpResponse<byte[]> answer =
          http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

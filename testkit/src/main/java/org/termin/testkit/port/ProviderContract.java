package org.termin.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Termin needs of an SMS provider, whoever runs it: Twilio's message API. */
public abstract class ProviderContract {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SecureRandom NUMBERS = new SecureRandom();
  private static final String ACCOUNT = "AC" + "0".repeat(32);
  private static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages";

  private final HttpClient http = HttpClient.newHttpClient();

  /** What {@code TERMIN_TWILIO_BASE_URL} is set to. */
  protected abstract URI baseUrl();

  @Test
  void takesATextAndShowsItAgain() throws Exception {
    String anna = somebody();
    JsonNode made = body(send(anna, "Termin", "Добры дзень"), 201);
    assertThat(made.path("status").asString()).isIn("queued", "accepted");

    JsonNode shown = body(get("/" + made.path("sid").asString() + ".json"), 200);
    assertThat(shown.path("to").asString()).isEqualTo(anna);
    assertThat(shown.path("body").asString()).isEqualTo("Добры дзень");
  }

  /** This is how an unknown outcome is looked for. */
  @Test
  void listsWhatWasTakenForANumberTheNewestFirst() throws Exception {
    String anna = somebody();
    body(send(anna, "Termin", "one"), 201);
    body(send(somebody(), "Termin", "for somebody else"), 201);
    body(send(anna, "Termin", "two"), 201);

    JsonNode list = body(get(".json?PageSize=50&To=" + written(anna)), 200).path("messages");
    assertThat(list.valueStream().map(one -> one.path("body").asString()))
        .containsExactly("two", "one");
    assertThat(list.valueStream().map(one -> one.path("date_created").asString()))
        .allMatch(date -> date.endsWith("GMT") || date.endsWith("+0000"));
  }

  /** Nobody but Termin can keep a text from being sent twice. */
  @Test
  void takesTheSameRequestTwice() throws Exception {
    String anna = somebody();
    JsonNode first = body(send(anna, "Termin", "same"), 201);
    JsonNode second = body(send(anna, "Termin", "same"), 201);
    assertThat(second.path("sid")).isNotEqualTo(first.path("sid"));
  }

  @Test
  void saysByNumberWhyItRefuses() throws Exception {
    JsonNode recipient = body(send("48512345678", "Termin", "x"), 400);
    assertThat(recipient.path("code").asInt()).isEqualTo(21211);
    JsonNode sender = body(send(somebody(), "Тэрмін", "x"), 400);
    assertThat(sender.path("code").asInt()).isEqualTo(21212);
  }

  @Test
  void doesNotLetStrangersIn() throws Exception {
    HttpRequest stranger = HttpRequest.newBuilder(baseUrl().resolve(MESSAGES + ".json")).build();
    JsonNode refused = body(http.send(stranger, BodyHandlers.ofString()), 401);
    assertThat(refused.path("code").asInt()).isEqualTo(20003);
  }

  @Test
  void knowsOnlyWhatItTook() throws Exception {
    assertThat(get("/SM" + "0".repeat(32) + ".json").statusCode()).isEqualTo(404);
  }

  @Test
  void forgetsNothingThatIsOnItsWay() throws Exception {
    String sid = body(send(somebody(), "Termin", "x"), 201).path("sid").asString();
    HttpRequest forget = request("/" + sid + ".json").DELETE().build();
    JsonNode refused = body(http.send(forget, BodyHandlers.ofString()), 409);
    assertThat(refused.path("code").asInt()).isEqualTo(20009);
  }

  private static String somebody() {
    return "+4851%07d".formatted(NUMBERS.nextInt(10_000_000));
  }

  private HttpResponse<String> send(String to, String from, String text)
      throws IOException, InterruptedException {
    String form =
        Map.of("To", to, "From", from, "Body", text).entrySet().stream()
            .map(field -> field.getKey() + "=" + written(field.getValue()))
            .collect(Collectors.joining("&"));
    return http.send(
        request(".json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    byte[] key = ("SK" + "0".repeat(32) + ":secret").getBytes(StandardCharsets.US_ASCII);
    return HttpRequest.newBuilder(baseUrl().resolve(MESSAGES + path))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(key));
  }

  private static JsonNode body(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }

  private static String written(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}

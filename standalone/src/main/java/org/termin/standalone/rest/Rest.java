package org.termin.standalone.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** One JSON service at one address. */
public final class Rest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(30))
          .build();

  private final URI base;
  private final @Nullable String token;

  /** Talks with the service at that address. */
  public Rest(URI base) {
    this(base, null);
  }

  /** Talks with the notifier's operator pages, with the token of its key folder. */
  public Rest(URI base, @Nullable String token) {
    this.base = base;
    this.token = token;
  }

  /** A status and what came with it, a missing node where that was no JSON. */
  public record Answer(int status, JsonNode json, String text) {
    /** The JSON, or an exception where the status is another. */
    public JsonNode expect(int wanted) {
      if (status != wanted) {
        // problems name themselves and never repeat what was sent
        throw new IllegalStateException(
            "status %d instead of %d %s".formatted(status, wanted, json.path("type").asString("")));
      }
      return json;
    }

    @Override
    public String toString() {
      return "Answer " + status;
    }
  }

  /** Asks for a page. */
  public Answer get(String path) {
    return get(path, null);
  }

  /** Asks for a person's own page, with the receipt code. */
  public Answer get(String path, @Nullable String receipt) {
    return send("GET", path, receipt, HttpRequest.BodyPublishers.noBody());
  }

  /** Posts JSON. */
  public Answer post(String path, @Nullable String receipt, Object body) {
    return send("POST", path, receipt, json(body));
  }

  /** Puts JSON. */
  public Answer put(String path, @Nullable String receipt, Object body) {
    return send("PUT", path, receipt, json(body));
  }

  /** Deletes. */
  public Answer delete(String path, @Nullable String receipt) {
    return send("DELETE", path, receipt, HttpRequest.BodyPublishers.noBody());
  }

  private static HttpRequest.BodyPublisher json(Object body) {
    return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
  }

  private Answer send(
      String method, String path, @Nullable String receipt, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofMinutes(10))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, application/problem+json, text/calendar;q=0.5")
            .method(method, body);
    if (receipt != null) {
      request.header("Authorization", "Receipt " + receipt);
    } else if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), read(answer), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static JsonNode read(HttpResponse<String> answer) {
    boolean json =
        answer
            .headers()
            .firstValue("Content-Type")
            .filter(type -> type.contains("json"))
            .isPresent();
    return json ? JSON.readTree(answer.body()) : MissingNode.getInstance();
  }
}

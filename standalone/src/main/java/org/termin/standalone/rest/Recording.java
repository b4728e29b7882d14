package org.termin.standalone.rest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The notifier's recording: what phones and mailboxes would show, and what they would answer. */
public final class Recording {
  private final Rest notifier;

  /** The recording of the notifier at that management address. */
  public Recording(URI management) {
    this.notifier = new Rest(management);
  }

  /**
   * A message as its receiver sees it.
   *
   * @param told the reasons it gave; none for codes, samples and answers
   */
  public record Seen(
      String attempt,
      String channel,
      String to,
      Instant at,
      List<Told> told,
      String subject,
      String text) {
    @Override
    public String toString() {
      return "Seen " + attempt;
    }
  }

  /** One stage of one document, as that document stood. */
  public record Told(int document, int version, int stage) {}

  /** Every message, oldest first. */
  public List<Seen> inbox() {
    return read("/recording/inbox");
  }

  /** The messages to one phone or mailbox, oldest first. */
  public List<Seen> inbox(String to) {
    return read("/recording/inbox?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
  }

  private List<Seen> read(String path) {
    JsonNode answer = notifier.get(path).expect(200);
    List<Seen> all = new ArrayList<>();
    for (JsonNode one : answer) {
      all.add(
          new Seen(
              one.path("attempt").asString(""),
              one.path("channel").asString(""),
              one.path("to").asString(""),
              Instant.parse(one.path("at").asString("")),
              told(one.path("told")),
              one.path("subject").asString(""),
              one.path("text").asString("")));
    }
    return all;
  }

  private static List<Told> told(JsonNode rows) {
    List<Told> told = new ArrayList<>();
    for (JsonNode row : rows) {
      told.add(new Told(row.path(0).asInt(), row.path(1).asInt(), row.path(2).asInt()));
    }
    return told;
  }

  /** Answers as the phone would. */
  public void reply(String from, String text) {
    notifier.post("/recording/replies", null, Map.of("from", from, "text", text));
  }

  /** Reports as the provider would. */
  public void receipt(String attempt, String status) {
    notifier.post("/recording/receipts", null, Map.of("attempt", attempt, "status", status));
  }

  /** Lets so much time pass, and waits until everybody has caught up. */
  public JsonNode advance(String period) {
    Rest.Answer answer = notifier.post("/simulation/clock", null, Map.of("advance", period));
    if (answer.status() == 503) {
      // says what did not catch up
      throw new IllegalStateException(answer.json().path("detail").asString("stuck"));
    }
    return answer.expect(200);
  }

  /** A metric's sum over all tags, or over one. */
  public double metric(String name, String... tags) {
    StringBuilder path = new StringBuilder("/actuator/metrics/").append(name);
    for (int n = 0; n < tags.length; n++) {
      path.append(n == 0 ? '?' : '&').append("tag=").append(tags[n]);
    }
    Rest.Answer answer = notifier.get(path.toString());
    return answer.status() == 200
        ? answer.json().path("measurements").path(0).path("value").asDouble(0)
        : 0;
  }

  /** The values a metric's tag takes. */
  public List<String> tagValues(String name, String tag) {
    Rest.Answer answer = notifier.get("/actuator/metrics/" + name);
    List<String> values = new ArrayList<>();
    if (answer.status() == 200) {
      for (JsonNode one : answer.json().path("availableTags")) {
        if (one.path("tag").asString("").equals(tag)) {
          one.path("values").forEach(value -> values.add(value.asString("")));
        }
      }
    }
    return values;
  }
}

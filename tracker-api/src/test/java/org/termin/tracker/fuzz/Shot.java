package org.termin.tracker.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request while it is being made, and what was done to it. */
final class Shot {
  /** A name and a value, of a header or of a form, in the order they are sent. */
  record Pair(String name, String value) {}

  /** How the body is put on the wire. */
  enum Framing {
    PLAIN,
    CHUNKED,
    BAD_CHUNKS,
    TRUNCATED,
    TRUNCATED_CHUNKS,
    TOO_SHORT,
    UNKNOWN_CODING
  }

  final int index;
  final Route route;
  final String marker;
  final List<String> done = new ArrayList<>();
  final List<Pair> headers = new ArrayList<>();

  /** What must not come back besides the marker: values that cannot carry one, such as dates. */
  final Set<String> told = new LinkedHashSet<>();

  String method;
  String path;
  String query = "";

  /** The resident's cookie of more than an hour ago. */
  String oldCookie = "";

  @Nullable Object json;
  @Nullable List<Pair> form;
  byte @Nullable [] raw;
  Framing framing = Framing.PLAIN;
  private int values;

  Shot(int index, Route route, String path) {
    this.index = index;
    this.route = route;
    this.method = route.method();
    this.path = path;
    this.marker = marker(index);
  }

  /** Letters and digits only: no escaping of HTML, JSON or addresses changes it. */
  static String marker(int index) {
    String number = Integer.toString(index, 36);
    return "zqk" + "0".repeat(5 - number.length()) + number;
  }

  /** The marker of the next value of this request. */
  String mark() {
    return marker + "v" + values++ + "w";
  }

  void header(String name, String value) {
    headers.removeIf(one -> one.name().equalsIgnoreCase(name));
    headers.add(new Pair(name, value));
  }

  @Nullable String header(String name) {
    return headers.stream()
        .filter(one -> one.name().equalsIgnoreCase(name))
        .map(Pair::value)
        .findFirst()
        .orElse(null);
  }

  /** The body as it is now; once it is bytes it stays bytes. */
  byte[] body() {
    if (raw == null) {
      raw =
          (form != null ? Encoded.form(form) : json != null ? Encoded.json(json) : "")
              .getBytes(StandardCharsets.UTF_8);
    }
    return raw;
  }

  @SuppressWarnings("unchecked")
  @Nullable Map<String, Object> object() {
    return json instanceof Map<?, ?> ? (Map<String, Object>) json : null;
  }

  static Map<String, Object> object(Map<String, ?> fields) {
    return new LinkedHashMap<>(fields);
  }

  @Override
  public String toString() {
    return "request %d: %s (sent as %s %s), %s"
        .formatted(index, route.name(), method, path, done.isEmpty() ? "well-formed" : done);
  }
}

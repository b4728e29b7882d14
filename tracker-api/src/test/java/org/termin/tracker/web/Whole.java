package org.termin.tracker.web;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** An answer as somebody compares it who looks for the smallest difference. */
final class Whole {
  private static final Pattern RANDOM =
      Pattern.compile(
          "[A-Za-z0-9_-]{200,}|(?<=name=\"form\" value=\")[^\"]+"
              + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|([0-9A-Z]{4}-){5}[0-9A-Z]{4}");

  /** The day and minute, and that a connection ends with its hundredth request. */
  private static final Set<String> OF_THE_SERVER = Set.of("date", "connection");

  private Whole() {}

  /**
   * Status, headers and body, byte by byte but for what the server says by itself and what is drawn
   * at random.
   */
  static String of(HttpResponse<String> answer) {
    String headers =
        answer.headers().map().entrySet().stream()
            .filter(header -> !OF_THE_SERVER.contains(header.getKey()))
            .sorted(Map.Entry.comparingByKey())
            .toList()
            .toString();
    return answer.statusCode()
        + RANDOM
            .matcher(headers + "\n" + answer.body())
            .replaceAll(found -> "*".repeat(found.group().length()));
  }
}

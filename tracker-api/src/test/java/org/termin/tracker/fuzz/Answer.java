package org.termin.tracker.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What came back: status line, headers, body; status 0 is a connection closed without a word. */
record Answer(int status, String head, List<Shot.Pair> headers, String body) {
  static Answer of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    while (text.startsWith("HTTP/1.1 100")) {
      // only "go on"; the answer follows
      text = text.substring(text.indexOf("\r\n\r\n") + 4);
    }
    int end = text.indexOf("\r\n\r\n");
    if (!text.startsWith("HTTP/1.1 ") || end < 0) {
      return new Answer(0, "", List.of(), text);
    }
    String head = text.substring(0, end);
    List<Shot.Pair> headers = new ArrayList<>();
    head.lines()
        .skip(1)
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              headers.add(
                  new Shot.Pair(
                      line.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT),
                      line.substring(colon + 1).strip()));
            });
    int status = Integer.parseInt(head.substring(9, 12));
    Answer answer = new Answer(status, head, headers, "");
    byte[] body = text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
    if (answer.header("transfer-encoding").isPresent()) {
      body = unchunked(body);
    }
    return new Answer(status, head, headers, new String(body, StandardCharsets.UTF_8));
  }

  private static byte[] unchunked(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int line = text.indexOf("\r\n", at);
      if (line < 0) {
        return whole.toByteArray();
      }
      int length = Integer.parseInt(text.substring(at, line), 16);
      whole.write(body, line + 2, Math.min(length, body.length - line - 2));
      at = line + 2 + length + 2;
      if (length == 0 || at >= body.length) {
        return whole.toByteArray();
      }
    }
  }

  Optional<String> header(String name) {
    return headers.stream()
        .filter(one -> one.name().equals(name))
        .map(Shot.Pair::value)
        .findFirst();
  }

  List<String> cookies() {
    return headers.stream()
        .filter(one -> one.name().equals("set-cookie"))
        .map(Shot.Pair::value)
        .toList();
  }

  boolean isPage() {
    return header("content-type").orElse("").startsWith("text/html");
  }

  boolean isProblem() {
    return header("content-type").orElse("").startsWith("application/problem+json");
  }
}

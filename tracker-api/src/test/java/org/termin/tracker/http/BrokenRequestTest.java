package org.termin.tracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.termin.tracker.Door;

/** What no HTTP client would send, and the container refuses or chokes on before we see it. */
class BrokenRequestTest {
  private static final String CANARY = "CanaryBroken";

  private final Door door = Door.shared();

  /** Says exactly these lines, hangs up, and hears the answer. */
  private String say(String... lines) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", door.base.getPort())) {
      String all = String.join("\r\n", lines);
      socket.getOutputStream().write(all.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void staysOutOfTheLog() throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    root.addAppender(appender);
    try {
      say("GET /be\\" + CANARY + " HTTP/1.1", "Host: door", "", "");
      say("G<" + CANARY + "> /be HTTP/1.1", "Host: door", "", "");
      say("GET /be HTTP/1.1", "Host: a b" + CANARY, "", "");
      say("GET /be HTTP/1.1", "Host: door", "Cookie: a=\"" + CANARY + "\\\"\";", "", "");
      say("GET /be/code?n=%zz" + CANARY + " HTTP/1.1", "Host: door", "", "");
    } finally {
      root.detachAppender(appender);
    }
    assertThat(List.copyOf(appender.list))
        .noneMatch(
            event ->
                event.getFormattedMessage().contains(CANARY)
                    || event.getThrowableProxy() != null
                        && String.valueOf(event.getThrowableProxy().getMessage()).contains(CANARY));
  }

  /** Whatever a browser says of itself, it is no failure of ours, on no page. */
  @ParameterizedTest
  @ValueSource(strings = {"/be/enter", "/o/sign-in", "/o/passkey.js"})
  void oddLettersOfAHeaderAreNoFailure(String page) throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    root.addAppender(appender);
    try {
      for (String name : List.of("Accept", "Accept-Language", "X-Form", "X-\u0085")) {
        String odd = "text/html,be\u0085\u0090";
        assertThat(
                say("GET " + page + " HTTP/1.1", "Host: door", name + ": " + odd, "", "")
                    .lines()
                    .findFirst())
            .as(name)
            .isEqualTo(
                say("GET /be/enter HTTP/1.1", "Host: door", name + ": " + odd, "", "")
                    .lines()
                    .findFirst());
      }
    } finally {
      root.detachAppender(appender);
    }
    assertThat(List.copyOf(appender.list))
        .noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
  }

  @Test
  void isNotRepeatedOnTheManagementPort() {
    var answer = door.get(door.management + "/actuator/" + CANARY);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /be\\x HTTP/1.1",
        "GET /api/v1/countries%2fx HTTP/1.1",
        "G<> /be HTTP/1.1",
        "CONNECT /be HTTP/1.1",
        "GET /be HTTP/9.9"
      })
  void isRefusedWithOurHeadersAndAProblem(String first) throws IOException {
    assertThat(say(first, "Host: door", "Connection: close", "", ""))
        .startsWith("HTTP/1.1 400")
        .contains("Content-Security-Policy: default-src 'none'", "Cache-Control: no-store")
        .contains("Content-Type: application/problem+json")
        .contains("/problems/unreadable-body")
        .doesNotContain("Tomcat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/be;%u0041", "/be;a=%zz/start", "/callbacks/x;%/sms/reply"})
  void isTheCallersFaultWhenWhatFollowsASemicolonCannotBeDecoded(String path) throws IOException {
    for (String method : List.of("GET", "POST")) {
      String first = "%s %s HTTP/1.1".formatted(method, path);
      assertThat(say(first, "Host: door", "Content-Length: 0", "Connection: close", "", ""))
          .startsWith("HTTP/1.1 400")
          .contains("Content-Security-Policy: default-src 'none'", "/problems/unreadable-body");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/plans",
        "/be/start/documents",
        "/callbacks/" + Door.SECRET + "/sms/reply"
      })
  void isTheCallersFaultWhenItsChunksAreNone(String path) throws IOException {
    assertThat(
            say(
                "POST " + path + " HTTP/1.1",
                "Host: door",
                "Transfer-Encoding: chunked",
                "Content-Type: application/x-www-form-urlencoded",
                "Connection: close",
                "",
                "5",
                "a=bcd",
                "no chunk",
                ""))
        .startsWith("HTTP/1.1 400");
  }

  @Test
  void isTheCallersFaultWhenAFormThatWasNotAskedForBreaksOff() throws IOException {
    Logger advice = (Logger) LoggerFactory.getLogger(ProblemAdvice.class);
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    advice.addAppender(appender);
    try {
      say(
          "POST /api/v1/plans HTTP/1.1",
          "Host: door",
          "Content-Length: 9",
          "Content-Type: application/x-www-form-urlencoded",
          "",
          "a=b");
    } finally {
      advice.detachAppender(appender);
    }
    assertThat(appender.list).isEmpty();
    String[] form = {"Content-Type", "application/x-www-form-urlencoded"};
    assertThat(door.send("POST", "/api/v1/plans", "a=%zz", form).statusCode()).isBetween(400, 415);
  }

  @Test
  void isTheCallersFaultWhenAFormCannotBeRead() throws IOException {
    String[] form = {"Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html"};
    String path = "/be/start/documents";
    assertThat(door.send("POST", path, "country=%zz", form).statusCode()).isEqualTo(400);
    assertThat(say("POST " + path + "?a=% HTTP/1.1", "Host: door", "Content-Length: 0", "", ""))
        .startsWith("HTTP/1.1 400");
    assertThat(door.send("POST", path, "a=&".repeat(1_200), form).statusCode()).isBetween(400, 413);
  }

  /** A page that answers a form with a receipt code would stay in the browser with it. */
  @ParameterizedTest
  @CsvSource({
    "/be/enter, Transfer-Encoding: nonsense",
    "/be/enter;a=%zz, Content-Length: 0",
    "/be/enter, Expect: nonsense",
    "/be/enter, Content-Type: multipart/form-data",
    "/be/enter, Host: a b"
  })
  void leadsOnFromTheFormOfTheCodeAlsoWhereTheContainerRefuses(String path, String header)
      throws IOException {
    String answer =
        say(
            "POST " + path + " HTTP/1.1",
            "Host: door",
            "Accept: text/html",
            header,
            "Connection: close",
            "",
            "");
    assertThat(answer).startsWith("HTTP/1.1 303").contains("Location: /be/enter?fault=");
  }
}

package org.termin.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.termin.tracker.http.Requests;

class CanaryTest {
  private static final String AGENT = "CanaryBrowser/77";
  private static final String HOP = "203.0.113.77";

  private final Door door = Door.shared();

  @Test
  void findsNothingOfAPersonInLogsAtDebugNorInMetrics() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    root.addAppender(appender);
    root.setLevel(Level.DEBUG);
    // asked for by name, as an operator's environment may
    List<Logger> libraries =
        Stream.of("org.apache.coyote", "org.apache.catalina", "org.springframework.web")
            .map(name -> (Logger) LoggerFactory.getLogger(name))
            .toList();
    libraries.forEach(one -> one.setLevel(Level.TRACE));
    LoggerFactory.getLogger("org.termin.tracker").debug("the log is being read");
    Map<String, Object> whole = Requests.registration("+48512777001");
    whole.put(
        "people",
        List.of(
            Map.of(
                "documents",
                List.of(Requests.document("passport", Requests.today().plusDays(577))))));
    String day = Requests.today().plusDays(577).toString();
    String receipt;
    try {
      var created = call("POST", "/api/v1/registrations", Door.json(whole), "");
      receipt = Door.json(created).get("receiptCode").asString();
      Map<String, Object> spoilt = new HashMap<>(whole);
      spoilt.put("name", "CanaryName");
      call("POST", "/api/v1/registrations", Door.json(spoilt), "");
      call("POST", "/api/v1/registrations", "{\"country\": CanaryBroken", "");
      call("GET", "/api/v1/registrations/current", null, receipt);
      call("GET", "/api/v1/registrations/CanaryPath", null, receipt);
      call("PUT", "/api/v1/registrations/current", "{\"wording\":\"CanaryWord\"}", receipt);
      door.form(
          "/be/enter",
          Map.of("receipt", receipt, "form", "CanaryToken"),
          "Cookie",
          "__Host-termin=CanaryCookie",
          "User-Agent",
          AGENT);
    } finally {
      root.setLevel(before);
      libraries.forEach(one -> one.setLevel(null));
      root.detachAppender(appender);
    }
    StringBuilder log = new StringBuilder();
    for (ILoggingEvent event : List.copyOf(appender.list)) {
      log.append(event.getFormattedMessage()).append('\n');
      for (IThrowableProxy one = event.getThrowableProxy(); one != null; one = one.getCause()) {
        log.append(one.getMessage()).append('\n');
      }
    }
    String metrics = door.get(door.management + "/actuator/metrics/http.server.requests").body();
    assertThat(log.toString()).contains("the log is being read");
    assertThat(metrics).contains("uri");
    for (String canary :
        List.of("512777001", day, receipt, receipt.replace("-", ""), "Canary", AGENT, HOP)) {
      assertThat(log.toString()).as(canary).doesNotContain(canary);
      assertThat(metrics).as(canary).doesNotContain(canary);
    }
  }

  private java.net.http.HttpResponse<String> call(
      String method, String path, String body, String receipt) {
    return door.send(
        method,
        path,
        body,
        "Content-Type",
        "application/json",
        "Authorization",
        "Receipt " + receipt,
        "User-Agent",
        AGENT,
        "X-Forwarded-For",
        HOP);
  }
}

package org.termin.standalone.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.termin.embedded.CannotStart;
import picocli.CommandLine;

class StatusCommandTest {
  private static final String FIGURES =
      """
      {"figures":[
        {"name":"termin.reminders","tags":{"state":"due"},"value":1200.0},
        {"name":"termin.age","tags":{"of":"due"},"value":300.0},
        {"name":"termin.age","tags":{"of":"scan"},"value":12.0},
        {"name":"termin.messages.today","tags":{"channel":"sms","kind":"reminder","state":"accepted"},"value":3.0},
        {"name":"termin.messages.today","tags":{"channel":"sms","kind":"reminder","state":"delivered"},"value":4.0},
        {"name":"termin.messages.today","tags":{"channel":"sms","kind":"code","state":"delivered"},"value":2.0},
        {"name":"termin.gate","tags":{"rule":"night","verdict":"defer"},"value":7.0},
        {"name":"termin.gate","tags":{"rule":"holiday","verdict":"defer"},"value":0.0},
        {"name":"termin.channel.open","tags":{"channel":"sms"},"value":0.0},
        {"name":"termin.money","tags":{"state":"spent"},"value":15600.0},
        {"name":"termin.money","tags":{"state":"most"},"value":2000000.0}
       ],"alarms":{%s}}
      """;
  private final StringWriter said = new StringWriter();
  private HttpServer notifier;
  private String alarms = "";

  @BeforeEach
  void start() throws IOException {
    notifier = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    notifier.createContext(
        "/actuator/standing",
        exchange -> {
          byte[] answer = FIGURES.formatted(alarms).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    notifier.start();
  }

  @AfterEach
  void stop() {
    notifier.stop(0);
  }

  @Test
  void saysInLinesForPeopleWhatIsKnownAndThatTheRestIsUnknown() {
    assertThat(run()).isZero();
    assertThat(said.toString().lines().map(line -> line.replaceAll(" {2,}", " | ")))
        .contains(
            "reminders due and not sent | 1,200, the oldest for 5 min",
            " | too late | unknown",
            "today by text | 7 reminders sent, 4 of them delivered, 2 other messages",
            "today by mail | 0 reminders sent, 0 of them delivered, 0 other messages",
            "put off since the notifier started | night 7",
            "last look for due reminders | 12 s ago",
            "ways out | text CLOSED, mail not wanted",
            "money for texts today | 1.56 of 200.00",
            "facts behind the rules | unknown current, unknown old, unknown ended",
            "last backup reported | none",
            "alarms | none");
  }

  @Test
  void endsWithOneWhileSomebodyHasToLookAndSaysWhatToDo() {
    alarms = "\"SCAN_MISSING\":\"start the scheduler again\"";
    assertThat(run()).isOne();
    assertThat(said.toString()).contains("SCAN_MISSING: start the scheduler again");
  }

  @Test
  void saysWhatItMeansThatNobodyAnswers() {
    stop();
    assertThat(run()).isEqualTo(2);
    assertThat(said.toString())
        .startsWith("No notifier answers at " + address())
        .contains("nothing is read or sent");
  }

  private int run() {
    return command().execute("--notifier", address());
  }

  private CommandLine command() {
    return new CommandLine(new StatusCommand())
        .setOut(new PrintWriter(said, true))
        .setExecutionExceptionHandler(
            (failure, _, _) -> {
              said.write(((CannotStart) failure).getMessage());
              return 2;
            });
  }

  private String address() {
    return "http://127.0.0.1:" + notifier.getAddress().getPort();
  }
}

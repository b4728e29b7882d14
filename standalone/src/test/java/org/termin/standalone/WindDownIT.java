package org.termin.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.termin.standalone.RunningTermin.PATIENCE;
import static org.termin.standalone.RunningTermin.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.embedded.CannotStart;
import org.termin.embedded.Ports;
import org.termin.standalone.RunningTermin.Resident;
import org.termin.standalone.keys.WindDownCommand;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;
import picocli.CommandLine;

/** A whole Termin is wound down: by two cards, with everybody told, and with nothing left. */
class WindDownIT {
  @TempDir Path folder;

  /** What an operator types, and what the command says. */
  private static String says(RunningTermin termin, String card, String... words) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream((card + "\n").getBytes(StandardCharsets.US_ASCII)));
    StringWriter said = new StringWriter();
    try {
      CommandLine line = new CommandLine(new WindDownCommand());
      line.setOut(new PrintWriter(said, true));
      line.setErr(new PrintWriter(said, true));
      line.setExecutionExceptionHandler(
          (failure, _, _) -> {
            said.append(failure.getMessage());
            return 1;
          });
      String address = "--notifier=" + termin.supervisor.management("notifier");
      String token = "--token-file=" + termin.supervisor.settings().folders().operatorToken();
      line.execute(
          Stream.concat(Stream.of(words), Stream.of(address, token)).toArray(String[]::new));
      return said.toString();
    } finally {
      System.setIn(before);
    }
  }

  private static String card(RunningTermin termin) {
    return says(termin, "", "card").lines().findFirst().orElseThrow();
  }

  @Test
  void everybodyIsToldAndThenNothingIsLeftThatABackupCouldBringBack() throws Exception {
    Path keys = folder.resolve("keys");
    try (RunningTermin termin = RunningTermin.start(folder)) {
      LocalDate today = termin.today();
      Resident anna = signUp(termin, "be", "sms", "+48512000301", today);
      Resident olga = signUp(termin, "ru", "email", "olga@example.org", today);

      assertThat(says(termin, "", "rehearse")).contains("nobody is told", "under 11 people");
      String first = card(termin);
      String second = card(termin);
      assertThat(says(termin, first, "propose", "--card")).contains("has proposed");
      assertThat(says(termin, first, "agree", "--card")).contains("another person's");
      assertThat(says(termin, second, "agree", "--card")).contains("The last day is");

      termin.recording.advance("P4D");
      assertThat(termin.inbox(anna).getLast().text()).contains("Зачыняемся");
      assertThat(termin.inbox(olga).getLast().text()).contains("Мы закрываемся");
      assertThat(says(termin, "", "status")).contains("told 2, waiting 0");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(new String(page(termin, "/be"), StandardCharsets.UTF_8))
                      .contains("Termin зачыняецца"));

      endOfNotice(termin);
      await().atMost(PATIENCE).until(() -> !termin.supervisor.alive("notifier"));
      assertThat(keyFiles(keys)).isEmpty();
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> termin.pageStatus(anna) == 410);
    }
    startsNeverAgain(keys);
  }

  private static byte[] page(RunningTermin termin, String path) throws IOException {
    try (InputStream page = termin.supervisor.door().resolve(path).toURL().openStream()) {
      return page.readAllBytes();
    }
  }

  private static Resident signUp(
      RunningTermin termin, String language, String channel, String contact, LocalDate today) {
    Resident resident =
        termin.register(
            "PL",
            language,
            channel,
            contact,
            List.of(
                document("passport", today.plusDays(900)),
                document("residence-permit", today.plusDays(700))));
    termin.confirm(resident);
    return resident;
  }

  /** The notifier may end before it has answered. */
  private static void endOfNotice(RunningTermin termin) {
    try {
      termin.recording.advance("P13D");
    } catch (RuntimeException ended) {
      assertThat(termin.supervisor.ready("notifier")).isFalse();
    }
  }

  private static List<String> keyFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(Path::toString)
          .filter(name -> name.matches(".*\\.(key|pub|draft)"))
          .toList();
    }
  }

  /** Neither with its own store nor with any other one. */
  private void startsNeverAgain(Path keys) {
    refuses(new Folders(folder.resolve("data"), keys));
    refuses(new Folders(folder.resolve("another"), keys));
  }

  private static void refuses(Folders folders) {
    Settings settings = Settings.of(folders, Ports.free()).recorded().simulated();
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> Supervisor.start(settings).close())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("was wound down");
  }
}

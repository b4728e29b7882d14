package org.termin.standalone.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.embedded.Ports;
import org.termin.standalone.rest.Rest;
import org.termin.testkit.Figures;
import org.termin.testkit.port.NeedsImage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** README's "In containers", from nothing to a confirmed resident, and every container killed. */
@NeedsImage("postgres:18")
class ComposeIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern CODE = Pattern.compile("\\b(\\d{3}) ?(\\d{3})\\b");
  private static final List<String> ENGINES = List.of("postgres", "kafka", "mailpit");
  private static final List<String> OURS = List.of("notifier", "scheduler", "tracker-api");

  private static final int DOOR = Ports.free();
  private static final int MAILS = Ports.free();
  private static Compose stack;
  private static int residents;

  @BeforeAll
  static void up() {
    stack =
        new Compose(
            Map.of(
                "TERMIN_PORT", String.valueOf(DOOR),
                "TERMIN_PUBLIC_URL", "http://127.0.0.1:" + DOOR,
                "MAILPIT_PORT", String.valueOf(MAILS)));
    stack.run(List.of("docker/make-secrets.sh"));
    stack.compose("build", "--quiet");
    long begun = System.nanoTime();
    stack.compose("up", "-d", "--wait");
    System.out.printf("from nothing to healthy: %.1f s%n", (System.nanoTime() - begun) / 1e9);
  }

  @AfterAll
  static void down() {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void aResidentSignsUpTypesTheCodeAndIsWrittenTo() {
    journey();
  }

  @Test
  void everyContainerMayBeKilledAndNobodyIsLost() {
    List<String> all = new ArrayList<>(ENGINES);
    all.addAll(OURS);
    for (String one : all) {
      long begun = System.nanoTime();
      stack.compose("kill", one);
      stack.compose("up", "-d", "--wait");
      System.out.printf("%s is back after %.1f s%n", one, (System.nanoTime() - begun) / 1e9);
      if (Figures.full()) {
        journey();
      }
    }
    journey();
  }

  @ParameterizedTest
  @ValueSource(strings = {"notifier", "scheduler", "tracker-api"})
  void aServiceHasNoRightsItDoesNotNeed(String service) {
    assertThat(stack.fact(service, "{{.Config.User}}")).isEqualTo("10001:10001");
    assertThat(stack.fact(service, "{{.HostConfig.ReadonlyRootfs}}")).isEqualTo("true");
    assertThat(stack.fact(service, "{{.HostConfig.CapDrop}}")).isEqualTo("[ALL]");
    assertThat(stack.fact(service, "{{.HostConfig.SecurityOpt}}"))
        .isEqualTo("[no-new-privileges:true]");
    assertThat(stack.fact(service, "{{.HostConfig.Memory}}")).isEqualTo("536870912");
    assertThat(stack.fact(service, "{{json .Config.Env}}")).doesNotContainIgnoringCase("PASSWORD=");
  }

  @Test
  void onlyTheDoorHasAPortAndFiguresAreSeenInOneNetworkOnly() {
    assertThat(stack.fact("notifier", "{{json .NetworkSettings.Ports}}")).isEqualTo("{}");
    assertThat(stack.fact("scheduler", "{{json .NetworkSettings.Ports}}")).isEqualTo("{}");
    assertThat(stack.fact("tracker-api", "{{json .NetworkSettings.Ports}}"))
        .contains("\"127.0.0.1\"");
    assertThat(stack.reaches("watch", "notifier-figures", 9464)).isTrue();
    for (int port : List.of(9081, 9464)) {
      assertThat(stack.reaches("inside", "notifier", port)).isFalse();
      assertThat(stack.reaches("provider", "notifier", port)).isFalse();
    }
    assertThat(stack.reaches("watch", "notifier-figures", 9081)).isFalse();
  }

  @Test
  void everyLineOfALogIsOneJsonObject() {
    for (String service : OURS) {
      String log = stack.compose("logs", "--no-log-prefix", "--no-color", service);
      List<String> lines = log.lines().filter(line -> !line.isBlank()).toList();
      assertThat(lines).isNotEmpty();
      for (String line : lines) {
        JsonNode said = JsonMapper.builder().build().readTree(line.substring(line.indexOf('{')));
        assertThat(said.path("ecs").path("version").asString()).as(line).isNotEmpty();
        assertThat(said.path("message").asString()).isNotEmpty();
      }
    }
  }

  @Test
  void aBackupComesBackIntoANewDatabase(@TempDir Path backups) throws IOException {
    assumeTrue(Figures.full(), "runs in the profile reliability");
    Files.setPosixFilePermissions(backups, PosixFilePermissions.fromString("rwxrwxrwx"));
    String mount = backups + ":/backups";
    String receipt = journey();
    String said = stack.compose("run", "--rm", "-v", mount, "migrate", "backup", "/backups");
    Matcher began = Pattern.compile("backed-up (\\S+)").matcher(said);
    assertThat(began.find()).as(said).isTrue();
    assertThat(stack.compose("run", "--rm", "termin", "keys", "backed-up", began.group(1)))
        .contains("Last backup reported: " + began.group(1));

    stack.compose("rm", "--stop", "--force", "notifier", "scheduler", "tracker-api", "postgres");
    stack.run(List.of("docker", "volume", "rm", "termin-it_store"));
    stack.compose("up", "-d", "--wait", "postgres");
    String file;
    try (Stream<Path> files = Files.list(backups)) {
      file = files.findFirst().orElseThrow().getFileName().toString();
    }
    stack.compose("run", "--rm", "-v", mount, "migrate", "restore", "/backups/" + file);
    stack.compose("up", "-d", "--wait");
    Rest door = new Rest(URI.create("http://127.0.0.1:" + DOOR));
    assertThat(door.get("/api/v1/registrations/current", receipt).json().path("state").asString(""))
        .isEqualTo("active");
    journey();
  }

  /** What the first resident of issue 1 does: sign up, type the code, read the first message. */
  private static String journey() {
    String mail = "resident-%d@example.org".formatted(++residents);
    Rest door = new Rest(URI.create("http://127.0.0.1:" + DOOR));
    JsonNode created =
        await().atMost(PATIENCE).until(() -> signUp(door, mail), Optional::isPresent).orElseThrow();
    Matcher code = CODE.matcher(mail(mail, text -> CODE.matcher(text).find()));
    assertThat(code.find()).isTrue();
    String receipt = created.path("receiptCode").asString();
    Rest.Answer confirmed =
        door.post(
            "/api/v1/registrations/" + created.path("id").asString() + "/confirmations",
            receipt,
            Map.of("slot", 0, "code", code.group(1) + code.group(2)));
    assertThat(confirmed.status()).isIn(200, 202);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                door.get("/api/v1/registrations/current", receipt)
                    .json()
                    .path("state")
                    .asString("")
                    .equals("active"));
    mail(mail, text -> !CODE.matcher(text).find());
    return receipt;
  }

  private static Optional<JsonNode> signUp(Rest door, String mail) {
    Map<String, Object> document =
        Map.of(
            "type",
            "passport",
            "lastValidDay",
            LocalDate.now(Clock.systemUTC()).plusDays(400).toString());
    Rest.Answer answer =
        door.post(
            "/api/v1/registrations",
            null,
            Map.of(
                "country",
                "PL",
                "people",
                List.of(Map.of("child", false, "documents", List.of(document))),
                "contacts",
                List.of(Map.of("channel", "email", "value", mail)),
                "wording",
                "clear",
                "language",
                "en",
                "consents",
                Map.of("reminders", true, "waves", false)));
    return answer.status() == 201 ? Optional.of(answer.json()) : Optional.empty();
  }

  /** The text of a mail to that address, once it is there. */
  private static String mail(String to, java.util.function.Predicate<String> which) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> mails(to).stream().filter(which).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  private static List<String> mails(String to) {
    Rest sink = new Rest(URI.create("http://127.0.0.1:" + MAILS));
    List<String> texts = new ArrayList<>();
    try {
      for (JsonNode one : sink.get("/api/v1/messages").json().path("messages")) {
        if (one.path("To").toString().contains(to)) {
          texts.add(
              sink.get("/api/v1/message/" + one.path("ID").asString())
                  .json()
                  .path("Text")
                  .asString(""));
        }
      }
    } catch (UncheckedIOException e) {
      // it is being started
    }
    return texts;
  }
}

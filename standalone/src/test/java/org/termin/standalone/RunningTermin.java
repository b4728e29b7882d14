package org.termin.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.termin.database.Role;
import org.termin.standalone.rest.Recording;
import org.termin.standalone.rest.Recording.Seen;
import org.termin.standalone.rest.Rest;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;
import tools.jackson.databind.JsonNode;

/** A whole recorded Termin for tests, and the hands of the people who use it. */
public final class RunningTermin implements AutoCloseable {
  public static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern CODE = Pattern.compile("\\b(\\d{3}) ?(\\d{3})\\b");

  private final AtomicInteger phones = new AtomicInteger(300_000);
  public final Supervisor supervisor;
  public final Rest door;
  public final Recording recording;

  private RunningTermin(Supervisor supervisor) {
    this.supervisor = supervisor;
    this.door = new Rest(supervisor.door());
    this.recording = new Recording(supervisor.management("notifier"));
  }

  public static RunningTermin start(Path folder) {
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("keys"));
    return new RunningTermin(
        Supervisor.start(
            Settings.of(folders, 0)
                .recorded()
                .simulated()
                .with(Map.of("TERMIN_LIMITS_REGISTRATIONS", "1000"))));
  }

  /** A recorded one as it is wanted. */
  public static RunningTermin start(Settings settings) {
    return new RunningTermin(Supervisor.start(settings));
  }

  /** A person signs up with a passport, types the code and gets the first message. */
  public void signUpAndBeTold(LocalDate lastValidDay) {
    Resident person = signUp(lastValidDay);
    int before = inbox(person).size();
    confirm(person);
    await().atMost(PATIENCE).until(() -> inbox(person).size() > before);
  }

  /** A person signs up; nobody waits for the code. */
  public void signUpOnly(LocalDate lastValidDay) {
    signUp(lastValidDay);
  }

  private Resident signUp(LocalDate lastValidDay) {
    return register(
        "PL",
        "en",
        "sms",
        "+48512%06d".formatted(phones.incrementAndGet()),
        List.of(document("passport", lastValidDay)));
  }

  /** The day it is in there. */
  public LocalDate today() {
    try (Connection connection =
            DriverManager.getConnection(
                supervisor.storeUrl(), Role.NOTIFIER.login(), supervisor.password(Role.NOTIFIER));
        Statement statement = connection.createStatement();
        ResultSet day = statement.executeQuery("select (app.now() at time zone 'UTC')::date")) {
      day.next();
      return day.getObject(1, LocalDate.class);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A person who signed up, and what that person wrote down. */
  record Resident(String id, String receipt, String contact) {}

  Resident register(
      String country,
      String language,
      String channel,
      String contact,
      List<Map<String, Object>> documents) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("country", country);
    body.put("people", List.of(Map.of("child", false, "documents", documents)));
    body.put("contacts", List.of(Map.of("channel", channel, "value", contact)));
    body.put("wording", "clear");
    body.put("language", language);
    body.put("consents", Map.of("reminders", true, "waves", false));
    JsonNode created = door.post("/api/v1/registrations", null, body).expect(201);
    return new Resident(
        created.path("id").asString(), created.path("receiptCode").asString(), contact);
  }

  static Map<String, Object> document(String type, LocalDate lastValidDay) {
    return Map.of("type", type, "lastValidDay", lastValidDay.toString());
  }

  /** Types back the code from the phone or mailbox. */
  void confirm(Resident resident) {
    Seen code = awaitMessage(resident, seen -> CODE.matcher(seen.text()).find());
    Matcher digits = CODE.matcher(code.text());
    assertThat(digits.find()).isTrue();
    Rest.Answer answer =
        door.post(
            "/api/v1/registrations/" + resident.id() + "/confirmations",
            resident.receipt(),
            Map.of("slot", 0, "code", digits.group(1) + digits.group(2)));
    assertThat(answer.status()).isIn(200, 202);
    await()
        .atMost(PATIENCE)
        .until(() -> page(resident).path("state").asString("").equals("active"));
  }

  /** The digits that came to a phone or mailbox last. */
  public String codeAt(String contact) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                recording.inbox(contact).reversed().stream()
                    .map(seen -> CODE.matcher(seen.text()))
                    .filter(Matcher::find)
                    .map(digits -> digits.group(1) + digits.group(2))
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  JsonNode page(Resident resident) {
    return door.get("/api/v1/registrations/current", resident.receipt()).json();
  }

  int pageStatus(Resident resident) {
    return door.get("/api/v1/registrations/current", resident.receipt()).status();
  }

  String documentState(Resident resident, int number) {
    for (JsonNode one : page(resident).path("documents")) {
      if (one.path("number").asInt(0) == number) {
        return one.path("state").asString("");
      }
    }
    return "";
  }

  List<Seen> inbox(Resident resident) {
    return recording.inbox(resident.contact());
  }

  Seen awaitMessage(Resident resident, Predicate<Seen> which) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> inbox(resident).reversed().stream().filter(which).findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  /** Answers from the phone, and waits for the text that answers it. */
  Seen reply(Resident resident, String text) {
    int before = inbox(resident).size();
    recording.reply(resident.contact(), text);
    await().atMost(PATIENCE).until(() -> inbox(resident).size() > before);
    return inbox(resident).get(before);
  }

  public static Path newFolder() {
    try {
      return Files.createTempDirectory("termin-it-");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    supervisor.close();
  }
}

package org.termin.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.termin.standalone.RunningTermin.PATIENCE;
import static org.termin.standalone.RunningTermin.document;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.standalone.RunningTermin.Resident;
import org.termin.standalone.rest.Recording.Seen;
import tools.jackson.databind.JsonNode;

/** The whole way of two residents through the real processes. */
class JourneyIT {
  @TempDir static Path folder;
  private static RunningTermin termin;

  @BeforeAll
  static void start() {
    termin = RunningTermin.start(folder);
  }

  @AfterAll
  static void stop() {
    termin.close();
  }

  @Test
  void aResidentOfPolandIsTextedAnswersStopsAndIsErased() {
    LocalDate today = termin.today();
    Resident anna =
        termin.register(
            "PL",
            "be",
            "sms",
            "+48512000101",
            List.of(
                document("passport", today.plusDays(500)),
                document("residence-permit", today.plusDays(120))));
    termin.confirm(anna);
    // the confirmation already helps
    termin.awaitMessage(anna, seen -> !seen.text().matches("(?s).*\\d{3} ?\\d{3}.*"));
    int atFirst = termin.inbox(anna).size();

    // replies speak of the latest text, and only for 30 days
    for (int weeks = 0; weeks < 20 && termin.inbox(anna).size() == atFirst; weeks++) {
      termin.recording.advance("P7D");
    }
    List<Seen> texts = termin.inbox(anna).subList(atFirst, termin.inbox(anna).size());
    assertThat(texts).isNotEmpty();
    assertThat(texts)
        .allSatisfy(
            text ->
                assertThat(text.at().atZone(ZoneId.of("Europe/Warsaw")).getHour())
                    .isBetween(9, 19));

    assertThat(termin.reply(anna, "2").text()).contains("9");
    await().atMost(PATIENCE).until(() -> anyFiled(anna));
    termin.reply(anna, "9");
    await().atMost(PATIENCE).until(() -> !anyFiled(anna));
    termin.reply(anna, "2");
    await().atMost(PATIENCE).until(() -> anyFiled(anna));

    changesTheDate(anna, 2, today.plusDays(900));

    termin.reply(anna, "СТОП");
    int stopped = termin.inbox(anna).size();
    termin.recording.advance("P15D");
    assertThat(termin.inbox(anna)).hasSize(stopped);
    await().atMost(PATIENCE).until(() -> termin.pageStatus(anna) != 200);
  }

  @Test
  void aResidentOfSpainGetsMailAndErasesEverythingAtOnce() {
    LocalDate today = termin.today();
    Resident olga =
        termin.register(
            "ES",
            "ru",
            "email",
            "olga-%d@example.org".formatted(today.toEpochDay()),
            List.of(document("residence-permit", today.plusDays(70))));
    termin.confirm(olga);
    termin.awaitMessage(olga, seen -> !seen.text().matches("(?s).*\\b\\d{3} ?\\d{3}\\b.*"));
    assertThat(termin.page(olga).path("plan").toString()).contains("2");

    assertThat(termin.door.delete("/api/v1/registrations/current", olga.receipt()).status())
        .isIn(200, 202);
    await().atMost(PATIENCE).until(() -> termin.pageStatus(olga) != 200);
    int last = termin.inbox(olga).size();
    termin.recording.advance("P30D");
    assertThat(termin.inbox(olga)).hasSize(last);
  }

  private static boolean anyFiled(Resident resident) {
    for (JsonNode one : termin.page(resident).path("documents")) {
      if (one.path("state").asString("").equals("filed")) {
        return true;
      }
    }
    return false;
  }

  private static void changesTheDate(Resident resident, int number, LocalDate day) {
    JsonNode page = termin.page(resident);
    List<Map<String, Object>> documents = new java.util.ArrayList<>();
    for (JsonNode one : page.path("documents")) {
      int held = one.path("number").asInt();
      documents.add(
          Map.of(
              "number",
              held,
              "type",
              one.path("type").asString(),
              "lastValidDay",
              held == number ? day.toString() : one.path("lastValidDay").asString()));
    }
    assertThat(
            termin
                .door
                .put(
                    "/api/v1/registrations/current",
                    resident.receipt(),
                    Map.of(
                        "version", page.path("version").asInt(),
                        "country", page.path("country").asString(),
                        "people", List.of(Map.of("child", false, "documents", documents))))
                .status())
        .isIn(200, 202);
    await()
        .atMost(PATIENCE)
        .until(() -> termin.page(resident).path("documents").toString().contains(day.toString()));
  }
}

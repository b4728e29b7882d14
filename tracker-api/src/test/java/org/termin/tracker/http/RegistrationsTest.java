package org.termin.tracker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.sealed.ContactChange;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Consents;
import org.termin.contract.words.Hurdle;
import org.termin.tracker.Door;
import org.termin.tracker.StandIn;
import tools.jackson.databind.JsonNode;

class RegistrationsTest {
  private static final String CURRENT = "/api/v1/registrations/current";
  private final Door door = Door.shared();
  private final StandIn standIn = Door.standIn();

  private record Member(UUID id, String receipt) {}

  private Member register(String phone) {
    Map<String, Object> whole = Requests.registration(phone);
    whole.put("consents", Map.of("reminders", true, "waves", true));
    var created = door.post("/api/v1/registrations", Door.json(whole));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    Member member =
        new Member(
            UUID.fromString(Door.json(created).get("id").asString()),
            Door.json(created).get("receiptCode").asString());
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> get(CURRENT, member.receipt()).statusCode() == 200);
    return member;
  }

  private Member active(String phone) {
    Member member = register(phone);
    assertThat(confirm(member, StandIn.CODE).statusCode()).isEqualTo(200);
    return member;
  }

  private HttpResponse<String> get(String path, String receipt) {
    return door.get(path, "Authorization", "Receipt " + receipt);
  }

  private HttpResponse<String> post(String path, String receipt, Map<String, ?> body) {
    return door.post(path, Door.json(body), "Authorization", "Receipt " + receipt);
  }

  private HttpResponse<String> confirm(Member member, String code) {
    return post(
        "/api/v1/registrations/" + member.id() + "/confirmations",
        member.receipt(),
        Map.of("slot", 0, "code", code));
  }

  private HttpResponse<String> put(Member member, Map<String, ?> body) {
    return door.send(
        "PUT",
        CURRENT,
        Door.json(body),
        "Content-Type",
        "application/json",
        "Authorization",
        "Receipt " + member.receipt());
  }

  private Change changeOf(Member member) {
    return standIn.seen.stream()
        .filter(Change.class::isInstance)
        .map(Change.class::cast)
        .filter(one -> one.registration().equals(member.id()))
        .findFirst()
        .orElseThrow();
  }

  private static String type(HttpResponse<String> response) {
    String type = Door.json(response).get("type").asString();
    return type.substring(type.lastIndexOf('/') + 1);
  }

  @Test
  void showTheOwnPlanWithAMaskedContact() {
    Member member = active("+48512100001");
    JsonNode person = Door.json(get(CURRENT, member.receipt()));
    assertThat(person.get("state").asString()).isEqualTo("active");
    assertThat(person.get("plan").get("documents")).hasSize(1);
    assertThat(person.get("contacts").get(0).get("masked").asString()).doesNotContain("512100001");
    assertThat(person.toString()).doesNotContain("512100001");
  }

  @ParameterizedTest
  @CsvSource({
    "999999, 422, wrong-code",
    "000001, 422, expired-code",
    "000002, 422, locked-code",
    "12345, 400, unreadable-confirmation"
  })
  void sayWhatIsWrongWithACode(String code, int status, String problem) {
    var response =
        confirm(register("+4851210%04d".formatted(Math.abs(code.hashCode()) % 9000)), code);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(type(response)).isEqualTo(problem);
    assertThat(response.body()).doesNotContain(code);
  }

  @Test
  void canBeEnteredWithTheCodeWrittenCarelessly() {
    Member member = register("+48512100003");
    String careless = member.receipt().toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
    assertThat(get(CURRENT, careless).statusCode()).isEqualTo(200);
  }

  @Test
  void keepConsentsLanguageAndCommunityWhereAChangeIsSilentAboutThem() {
    Member member = active("+48512100004");
    int version = Door.json(get(CURRENT, member.receipt())).get("version").asInt();
    Map<String, Object> change = Requests.household();
    change.put("version", version);
    assertThat(put(member, change).statusCode()).isEqualTo(200);
    Change sealed = changeOf(member);
    assertThat(sealed.consents()).isEqualTo(new Consents(true, true));
    assertThat(sealed.language().wire()).isEqualTo("be");
    assertThat(sealed.community()).isEqualTo(CommunityChange.KEEP);
    assertThat(sealed.contacts()).containsExactly(new ContactChange.Keep(0));
    assertThat(sealed.codeWord()).isEqualTo("ліпа");
  }

  @ParameterizedTest
  @CsvSource({
    "                 ,  , keep",
    "busel 12-ab      ,  , BUSEL12-AB",
    "                 , true, none",
    "                 , false, keep",
    "BUSEL            , true, BUSEL"
  })
  void joinAndLeaveACommunity(@Nullable String code, @Nullable Boolean leave, String wire) {
    Member member =
        active("+4851211%04d".formatted(Math.floorMod((code + "" + leave).hashCode(), 9000)));
    Map<String, Object> community = new LinkedHashMap<>();
    community.put("join", code);
    community.put("leave", leave);
    assertThat(put(member, Map.of("community", community)).statusCode()).isEqualTo(200);
    assertThat(changeOf(member).community().wire()).isEqualTo(wire);
  }

  @Test
  void keepARegionThatStandsAndTakeNoOther() {
    Member member = active("+48512100012");
    standIn.settle(member.id(), "mazowieckie");
    JsonNode person = Door.json(get(CURRENT, member.receipt()));
    assertThat(person.get("region").asString()).isEqualTo("mazowieckie");
    Map<String, Object> change = Requests.household();
    change.put("version", person.get("version").asInt());
    change.put("region", "mazowieckie-2");
    assertThat(type(put(member, change))).isEqualTo("unknown-region");
    change.put("region", "mazowieckie");
    change.put("country", "LT");
    assertThat(type(put(member, change))).isEqualTo("unknown-region");
    change.put("country", "PL");
    assertThat(put(member, change).statusCode()).isEqualTo(200);
  }

  @Test
  void loseARaceWith409() {
    Member member = active("+48512100005");
    int version = Door.json(get(CURRENT, member.receipt())).get("version").asInt();
    Map<String, Object> pause = Map.of("action", "pause", "version", version);
    assertThat(post(CURRENT + "/actions", member.receipt(), pause).statusCode()).isEqualTo(200);
    var second = post(CURRENT + "/actions", member.receipt(), pause);
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(type(second)).isEqualTo("changed-meanwhile");
  }

  @ParameterizedTest
  @CsvSource({
    "dance, 1, unknown-action",
    "moved, 1, unknown-action",
    "filed, 9, unknown-document",
    "later, 1, unknown-pause"
  })
  void refuseActionsThatMakeNoSense(String action, int document, String problem) {
    Member member =
        register("+4851211%04d".formatted(Math.abs((action + document).hashCode()) % 9000));
    var response =
        post(
            CURRENT + "/actions", member.receipt(), Map.of("action", action, "document", document));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(type(response)).isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "filed, consular-proof, CONSULAR_PROOF",
    "done, took-longer, TOOK_LONGER",
    "refused, expired-passport, EXPIRED_PASSPORT",
    "refused, '', ",
    "lost, too-early, "
  })
  void takeAReasonWithWhatIsDoneAtAnOffice(String action, String reason, @Nullable Hurdle met) {
    Member member = register("+4851213%04d".formatted((action + reason).hashCode() & 8_191));
    var answer =
        post(
            CURRENT + "/actions",
            member.receipt(),
            Map.of("action", action, "document", 1, "reason", reason));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(standIn.seen)
        .filteredOn(one -> one instanceof Act act && act.registration().equals(member.id()))
        .extracting(one -> ((Act) one).met())
        .containsExactly(met);
  }

  @Test
  void refuseAReasonInSomebodysOwnWords() {
    Member member = register("+48512149001");
    var refused =
        post(
            CURRENT + "/actions",
            member.receipt(),
            Map.of("action", "refused", "document", 1, "reason", "the clerk was rude"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("unknown-reason", "/reason").doesNotContain("rude");
  }

  @Test
  void giveANewReceiptCodeAndForgetTheOldOne() {
    Member member = active("+48512100006");
    var changed = post(CURRENT + "/actions", member.receipt(), Map.of("action", "new-code"));
    String fresh = Door.json(changed).get("receiptCode").asString();
    assertThat(get(CURRENT, fresh).statusCode()).isEqualTo(200);
    assertThat(get(CURRENT, member.receipt()).statusCode()).isEqualTo(401);
  }

  @Test
  void tellErasedWrongAndUnknownReceiptCodesApartForNobody() {
    Member member = active("+48512100007");
    var erased = door.send("DELETE", CURRENT, null, "Authorization", "Receipt " + member.receipt());
    assertThat(erased.statusCode()).isEqualTo(200);
    List<String> receipts =
        List.of(
            member.receipt(),
            ReceiptCode.random().display(),
            "0000-0000",
            "nonsense",
            "U".repeat(24));
    List<String> answers = new ArrayList<>();
    for (String receipt : receipts) {
      var response = get(CURRENT, receipt);
      assertThat(response.statusCode()).isEqualTo(401);
      answers.add(bare(response));
      answers.add(bare(door.send("DELETE", CURRENT, null, "Authorization", "Receipt " + receipt)));
      answers.add(bare(post(CURRENT + "/actions", receipt, Map.of("action", "pause"))));
    }
    answers.add(bare(door.get(CURRENT)));
    answers.add(bare(door.get(CURRENT, "Authorization", "Basic eDp5")));
    assertThat(answers).containsOnly(answers.getFirst());
  }

  @Test
  void tellUnknownErasedAndWronglyProvenRegistrationsApartForNobody() {
    Member member = register("+48512100008");
    String right = member.receipt();
    Member erased = active("+48512100009");
    door.send("DELETE", CURRENT, null, "Authorization", "Receipt " + erased.receipt());
    List<String> answers =
        List.of(
            bare(confirm(new Member(member.id(), ReceiptCode.random().display()), "999999")),
            bare(confirm(new Member(UUID.randomUUID(), right), "999999")),
            bare(confirm(new Member(member.id(), right), "999999")),
            bare(confirm(erased, "999999")));
    assertThat(answers).containsOnly(answers.getFirst());
  }

  /** Everything of an answer but its date. */
  private static String bare(HttpResponse<String> response) {
    return response.statusCode()
        + response.body()
        + response.headers().map().entrySet().stream()
            .filter(header -> !header.getKey().equals("date"))
            .sorted(Map.Entry.comparingByKey())
            .toList();
  }

  @Test
  void offerACalendarWithNeutralTitlesAndStableIds() {
    Member member = active("+48512100010");
    var calendar = get(CURRENT + "/calendar.ics", member.receipt());
    assertThat(calendar.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/calendar");
    assertThat(calendar.body()).contains("BEGIN:VEVENT").doesNotContainIgnoringCase("пашпарт");
    String again = get(CURRENT + "/calendar.ics", member.receipt()).body();
    assertThat(again.lines().filter(line -> line.startsWith("UID")).toList())
        .isEqualTo(calendar.body().lines().filter(line -> line.startsWith("UID")).toList());
    String last = Requests.today().plusYears(2).toString().replace("-", "");
    assertThat(calendar.body()).contains("DTSTART;VALUE=DATE:" + last);
  }

  @Test
  void answerAWishForAnotherCodeAlwaysTheSame() {
    Member member = register("+48512100011");
    var known =
        post(
            "/api/v1/registrations/" + member.id() + "/resend",
            member.receipt(),
            Map.of("slot", 0));
    var unknown =
        post(
            "/api/v1/registrations/" + UUID.randomUUID() + "/resend",
            ReceiptCode.random().display(),
            Map.of("slot", 0));
    assertThat(bare(known)).isEqualTo(bare(unknown));
    assertThat(known.statusCode()).isEqualTo(202);
  }
}

package org.termin.tracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.termin.tracker.Door;

class BadInputTest {
  private final Door door = Door.shared();

  private static Arguments bad(
      String what, String id, String never, Consumer<Map<String, Object>> spoil) {
    return Arguments.of(what, id, never, spoil);
  }

  private static Consumer<Map<String, Object>> day(String day) {
    return whole -> {
      Map<String, Object> document = new HashMap<>(Map.of("type", "passport", "lastValidDay", day));
      whole.put("people", List.of(Map.of("documents", List.of(document))));
    };
  }

  private static Consumer<Map<String, Object>> contacts(String... values) {
    return whole ->
        whole.put(
            "contacts",
            Stream.of(values)
                .map(
                    value ->
                        Map.of("channel", value.contains("@") ? "email" : "sms", "value", value))
                .toList());
  }

  private static Consumer<Map<String, Object>> set(String field, Object value) {
    return whole -> whole.put(field, value);
  }

  static Stream<Arguments> table() {
    var thirteen =
        IntStream.range(0, 13)
            .mapToObj(i -> Map.of("type", "passport", "lastValidDay", "2028-01-01"))
            .toList();
    return Stream.of(
        bad("a day that is over", "past-date", "2019-05-07", day("2019-05-07")),
        bad("a day that does not exist", "impossible-date", "2027-02-30", day("2027-02-30")),
        bad("a day in words", "impossible-date", "tomorrow", day("tomorrow")),
        bad("a day too far", "far-date", "2091-01-01", day("2091-01-01")),
        bad("no day", "missing-field", "zzz", day("")),
        bad("an unknown country", "unknown-country", "XQ", set("country", "XQ")),
        bad("the country of origin", "refused-country", "BY", set("country", "BY")),
        bad("no country", "missing-field", "zzz", set("country", "")),
        bad("an unknown ground", "unknown-ground", "lottery", set("ground", "lottery")),
        bad("a name as a region", "unknown-region", "hanna-canary", set("region", "hanna-canary")),
        bad("a long region", "unknown-region", "bbbbbbbbbb", set("region", "b".repeat(25))),
        bad(
            "an unknown type",
            "unknown-document-type",
            "library-card",
            set(
                "people",
                List.of(
                    Map.of(
                        "documents",
                        List.of(Map.of("type", "library-card", "lastValidDay", "2028-01-01")))))),
        bad(
            "an unknown state",
            "unknown-document-state",
            "eaten",
            set(
                "people",
                List.of(
                    Map.of(
                        "documents",
                        List.of(
                            Map.of(
                                "type",
                                "passport",
                                "lastValidDay",
                                "2028-01-01",
                                "state",
                                "eaten")))))),
        bad(
            "thirteen documents",
            "too-many-documents",
            "zzz",
            set("people", List.of(Map.of("documents", thirteen)))),
        bad("nobody", "no-document", "zzz", set("people", List.of())),
        bad("an unknown language", "unknown-language", "tlh", set("language", "tlh")),
        bad("no wording", "missing-field", "zzz", whole -> whole.remove("wording")),
        bad("an unknown wording", "unknown-wording", "shout", set("wording", "shout")),
        bad("an unknown zone", "unknown-zone", "Mars/Base", set("zone", "Mars/Base")),
        bad("no consent", "consent-missing", "zzz", set("consents", Map.of("reminders", false))),
        bad("no contact", "no-contact", "zzz", set("contacts", List.of())),
        bad("a Belarusian number", "refused-route", "375291234567", contacts("+375291234567")),
        bad("a Belarusian mailbox", "refused-route", "anna@tut.by", contacts("anna@tut.by")),
        bad("a Russian number", "russian-route", "79161234567", contacts("+79161234567")),
        bad("a premium number", "premium-number", "48701234567", contacts("+48701234567")),
        bad("a satellite number", "satellite-number", "881612345678", contacts("+881612345678")),
        bad("half a number", "unreadable-contact", "+4812", contacts("+4812")),
        bad("no country code", "country-code-missing", "512345678", contacts("512345678")),
        bad("half a mailbox", "unreadable-contact", "anna@@x", contacts("anna@@x")),
        bad(
            "the same contact twice",
            "same-contact-twice",
            "512345678",
            contacts("+48512345678", "+48 512 345 678")),
        bad(
            "three contacts",
            "too-many-contacts",
            "a1@example.org",
            contacts("+48512345678", "a1@example.org", "b1@example.org")),
        bad(
            "an unknown channel",
            "unknown-channel",
            "pigeon",
            set("contacts", List.of(Map.of("channel", "pigeon", "value", "x")))),
        bad("an unknown community", "unreadable-community", "a_b_c", set("community", "a_b_c")),
        bad("a name", "unknown-field", "Hanna Canary", set("name", "Hanna Canary")),
        bad("a field of another kind", "unreadable-body", "77123", set("country", 77123)));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("table")
  void namesWhatIsWrongAndNeverRepeatsIt(
      String what, String id, String never, Consumer<Map<String, Object>> spoil) {
    Map<String, Object> whole = Requests.registration("+48512345678");
    spoil.accept(whole);
    var response =
        door.post("/api/v1/registrations", Door.json(whole), "Accept-Language", "be, en;q=0.5");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(response.headers().firstValue("Content-Language")).hasValue("be");
    assertThat(Door.json(response).get("type").asString()).as(response.body()).endsWith("/" + id);
    assertThat(response.body()).doesNotContain(never);
    assertThat(Door.json(response).get("title").asString()).containsPattern("[а-яі]");
  }

  @Test
  void storesNothingOfABadRequest() {
    Door own = Door.with("--spring.kafka.bootstrap-servers=127.0.0.1:1");
    Map<String, Object> whole = Requests.registration("+375291234567");
    assertThat(own.post("/api/v1/registrations", Door.json(whole)).statusCode()).isEqualTo(400);
    assertThat(own.inbox()).isZero();
    own.context.close();
  }

  @Test
  void storesNothingOfWhatItCannotAnswer() {
    Door own = Door.with("--spring.kafka.bootstrap-servers=127.0.0.1:1");
    String whole = Door.json(Requests.registration("+48512300900"));
    for (String accept : List.of("image/png", "///")) {
      var refused = own.post("/api/v1/registrations", whole, "Accept", accept);
      assertThat(refused.statusCode()).isEqualTo(406);
      assertThat(Door.json(refused).get("type").asString()).endsWith("/not-acceptable");
    }
    assertThat(own.inbox()).isZero();
    own.context.close();
  }

  @Test
  void knowsNoRegistrationWithoutAnId() {
    for (String id : List.of("%20", "nobody")) {
      var path = "/api/v1/registrations/" + id + "/resend";
      assertThat(door.post(path, "{\"slot\":0}").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void believesAnExpiredDocumentWhenTold() {
    Map<String, Object> document =
        new HashMap<>(Requests.document("passport", Requests.today().minusDays(20)));
    assertThat(plan(document).statusCode()).isEqualTo(400);
    document.put("expired", true);
    assertThat(plan(document).statusCode()).isEqualTo(200);
  }

  private java.net.http.HttpResponse<String> plan(Map<String, Object> document) {
    return door.post("/api/v1/plans", Door.json(Requests.household(document)));
  }

  @Test
  void refusesADayOfFilingThatIsStillToCome() {
    Map<String, Object> document =
        new HashMap<>(Requests.document("passport", Requests.today().plusDays(200)));
    document.put("state", "filed");
    document.put("on", Requests.today().plusDays(3).toString());
    assertThat(Door.json(plan(document)).get("type").asString()).endsWith("/future-date");
  }

  @Test
  void namesSeveralFaultsEachWithItsPlace() {
    Map<String, Object> whole = Requests.registration("+375291234567");
    whole.put("language", "tlh");
    var problem = Door.json(door.post("/api/v1/registrations", Door.json(whole)));
    assertThat(problem.get("type").asString()).endsWith("/several-faults");
    List<String> places = new ArrayList<>();
    problem.get("errors").forEach(error -> places.add(error.get("pointer").asString()));
    assertThat(places).containsExactlyInAnyOrder("/contacts/0/value", "/language");
  }

  @Test
  void refusesBodiesThatAreTooLarge() {
    var response = door.post("/api/v1/plans", "{\"country\":\"" + "P".repeat(17_000) + "\"}");
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(Door.json(response).get("type").asString()).endsWith("/body-too-large");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(
      strings = {"", "{", "[]", "null", "\"x\"", "{\"country\":\"PL\",\"country\":\"ES\"}", "{}x"})
  void refusesWhatIsNoObject(String body) {
    assertThat(door.post("/api/v1/plans", body).statusCode()).isEqualTo(400);
  }

  @Test
  void answersInTheCallersLanguage() {
    Map<String, Object> whole = Requests.household();
    whole.put("country", "XQ");
    for (String language : List.of("be", "ru", "en", "pl", "lt")) {
      var response =
          door.post("/api/v1/plans", Door.json(whole), "Accept-Language", language + "-XX");
      assertThat(response.headers().firstValue("Content-Language")).hasValue(language);
    }
    var other = door.post("/api/v1/plans", Door.json(whole), "Accept-Language", "fr");
    assertThat(other.headers().firstValue("Content-Language")).hasValue("en");
  }
}

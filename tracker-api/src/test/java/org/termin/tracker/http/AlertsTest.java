package org.termin.tracker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.Register;
import org.termin.contract.words.Alert;
import org.termin.contract.words.Country;
import org.termin.contract.words.Situation;
import org.termin.tracker.Door;
import org.termin.tracker.StandIn;
import tools.jackson.databind.JsonNode;

/** Anybody may ask to be told before waves; it is sealed as a resident is. */
class AlertsTest {
  private static final String ALL = "/api/v1/registrations";
  private static final String CURRENT = ALL + "/current";
  private final Door door = Door.shared();
  private final StandIn standIn = Door.standIn();

  private static Map<String, Object> alert(String phone, Object atLeast) {
    Map<String, Object> whole = new LinkedHashMap<>(Requests.registration(phone));
    whole.remove("people");
    whole.put("alert", Map.of("atLeast", atLeast));
    return whole;
  }

  private HttpResponse<String> post(Map<String, Object> whole) {
    return door.post(ALL, Door.json(whole));
  }

  private String registered(String phone) {
    HttpResponse<String> created = post(alert(phone, 100));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    String receipt = Door.json(created).get("receiptCode").asString();
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> door.get(CURRENT, "Authorization", "Receipt " + receipt).statusCode() == 200);
    return receipt;
  }

  private HttpResponse<String> put(String receipt, Map<String, ?> body) {
    return door.send(
        "PUT",
        CURRENT,
        Door.json(body),
        "Content-Type",
        "application/json",
        "Authorization",
        "Receipt " + receipt);
  }

  private static List<String> faults(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    JsonNode errors = Door.json(response).get("errors");
    return errors.valueStream().map(one -> one.get("pointer").asString()).toList();
  }

  @Test
  void aCountryAndASizeAreSealedInThePlaceOfDocuments() {
    String receipt = registered("+48512130001");
    Register sealed =
        standIn.seen.stream()
            .filter(Register.class::isInstance)
            .map(Register.class::cast)
            .filter(one -> one.contacts().getFirst().value().equals("+48512130001"))
            .findFirst()
            .orElseThrow();
    assertThat(sealed.situation()).isEqualTo(Situation.waiting(new Country("PL"), new Alert(100)));
    assertThat(sealed.community()).isNull();
    JsonNode own = Door.json(door.get(CURRENT, "Authorization", "Receipt " + receipt));
    assertThat(own.get("alert").get("atLeast").asInt()).isEqualTo(100);
    assertThat(own.get("documents")).isEmpty();
  }

  @Test
  void thoseWhoHoldDocumentsSeeNoAlert() {
    var created = post(Requests.registration("+48512130002"));
    String receipt = Door.json(created).get("receiptCode").asString();
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> door.get(CURRENT, "Authorization", "Receipt " + receipt).statusCode() == 200);
    var own = Door.json(door.get(CURRENT, "Authorization", "Receipt " + receipt));
    assertThat(own.has("alert")).isFalse();
    assertThat(faults(put(receipt, Map.of("version", 1, "alert", Map.of("atLeast", 50)))))
        .containsExactly("/alert");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 53, 99_999})
  void noOtherSizeCanBeAskedFor(int size) {
    assertThat(faults(post(alert("+48512130003", size)))).containsExactly("/alert/atLeast");
  }

  @ParameterizedTest
  @CsvSource({"BY", "BR", "XX", "''"})
  void wavesOfOtherCountriesAreNotReleased(String country) {
    Map<String, Object> whole = alert("+48512130004", 50);
    whole.put("country", country);
    assertThat(faults(post(whole))).contains("/country");
  }

  @Test
  void whoWaitsForWavesSaysNothingOfAHousehold() {
    Map<String, Object> whole = alert("+48512130005", 50);
    whole.put("people", Requests.household().get("people"));
    whole.put("community", "BUSEL-1");
    assertThat(faults(post(whole))).contains("/people", "/community");
  }

  @Test
  void aNewSizeLeavesTheCountryAndDocumentsAreRefused() {
    String receipt = registered("+48512130006");
    assertThat(put(receipt, Map.of("version", 1, "alert", Map.of("atLeast", 500))).statusCode())
        .isEqualTo(200);
    Situation asked =
        standIn.seen.stream()
            .filter(Change.class::isInstance)
            .map(Change.class::cast)
            .reduce((_, last) -> last)
            .orElseThrow()
            .situation();
    assertThat(asked).isEqualTo(Situation.waiting(new Country("PL"), new Alert(500)));
    Map<String, Object> household = Requests.household();
    household.put("version", 2);
    assertThat(faults(put(receipt, household))).containsExactly("/people");
    assertThat(faults(put(receipt, Map.of("community", Map.of("join", "BUSEL-1")))))
        .containsExactly("/community");
  }
}

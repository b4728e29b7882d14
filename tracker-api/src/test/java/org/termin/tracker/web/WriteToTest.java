package org.termin.tracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import org.termin.tracker.Browser;
import org.termin.tracker.Door;
import org.termin.tracker.DoorSettings;
import org.termin.tracker.http.Requests;
import tools.jackson.databind.JsonNode;

/** What is said to whoever waits for a code: that it may be late, and how to be first. */
class WriteToTest {
  private static final String NUMBER = "+48732000000";

  private static JsonNode created(Door door) {
    var answer =
        door.post("/api/v1/registrations", Door.json(Requests.registration("+48512003301")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Door.json(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "sms, true",
    "'sms,email', true",
    // where only mail is sent nobody waits for a text
    "email, false"
  })
  void theNumberIsSaidOnlyWhereTextsAreSent(String channels, boolean said) {
    var environment =
        new MockEnvironment()
            .withProperty("termin.channels", channels)
            .withProperty("termin.sms-number", NUMBER);
    var settings = Binder.get(environment).bindOrCreate("termin", DoorSettings.class);
    assertThat(settings.writeTo()).isEqualTo(said ? Optional.of(NUMBER) : Optional.empty());
  }

  @Test
  void theCodePageSaysThatATextMayBeLateAndWhereToWrite() {
    Door door = Door.with("--termin.sms-number=" + NUMBER);
    try {
      Browser browser = JourneyTest.signUp(door, "+48512003302").go("/be/code");
      assertThat(browser.text()).contains("тры дні").contains(NUMBER).contains("са знакам ?");
      assertThat(browser.go("/ru/code").text()).contains("три дня").contains(NUMBER);
      assertThat(browser.go("/en/code").text()).contains("three days").contains(NUMBER);
      assertThat(created(door).get("writeTo").asString()).isEqualTo(NUMBER);
    } finally {
      door.context.close();
    }
  }

  @Test
  void withoutANumberNobodyIsToldToWrite() {
    Browser browser = JourneyTest.signUp(Door.shared(), "+48512003303").go("/en/code");
    assertThat(browser.text()).contains("three days").doesNotContain("with ?");
    assertThat(created(Door.shared()).has("writeTo")).isFalse();
  }
}

package org.termin.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class CredentialsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          +48732000000 | -    | https://door.example | -     | true
          48732000000  | -    | https://door.example | -     | true
          12345        | -    | https://door.example | -     | true
          Termin       | -    | https://door.example | -     | false
          TERMIN 24    | -    | https://door.example | -     | false
          -            | MG00 | https://door.example | -     | true
          +48732000000 | -    | -                    | -     | false
          Termin       | -    | https://door.example | true  | true
          -            | MG00 | https://door.example | false | false
          """)
  void aNameOrASenderWithoutACallbackTakesNoAnswers(
      String from, String service, String callback, String told, boolean takesAnswers) {
    MockEnvironment environment = new MockEnvironment();
    set(environment, "TWILIO_FROM", from);
    set(environment, "TWILIO_MESSAGING_SERVICE_SID", service);
    set(environment, "TERMIN_CALLBACK_URL", callback);
    set(environment, "TERMIN_CALLBACK_SECRET", "secret");
    set(environment, "TERMIN_SMS_TWO_WAY", told);
    assertThat(new Credentials(environment).takesAnswers()).isEqualTo(takesAnswers);
  }

  private static void set(MockEnvironment environment, String name, String value) {
    if (value != null) {
      environment.setProperty(name, value);
    }
  }
}

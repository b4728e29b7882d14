package org.termin.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.termin.notifier.CannotStart;
import org.termin.notifier.channel.sms.TwilioAccount;

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

  @ParameterizedTest
  @ValueSource(strings = {"http://sms.example", "HTTP://192.168.1.7:9000", "sms.example"})
  void secretsAndNumbersGoToNoOtherMachineWithoutHttps(String base) {
    assertThatThrownBy(() -> account(base))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("TERMIN_TWILIO_BASE_URL")
        .hasMessageNotContaining(base);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://sms.example", "http://127.0.0.1:9000", "http://localhost:9000"})
  void anotherAddressOfTheProviderIsUsed(String base) {
    assertThat(account(base).map(TwilioAccount::baseUrl)).hasValue(URI.create(base));
  }

  private static Optional<TwilioAccount> account(String base) {
    MockEnvironment environment = new MockEnvironment();
    set(environment, "TWILIO_ACCOUNT_SID", "AC00");
    set(environment, "TWILIO_API_KEY", "SK00");
    set(environment, "TWILIO_API_SECRET", "secret");
    set(environment, "TWILIO_FROM", "+48732000000");
    set(environment, "TERMIN_TWILIO_BASE_URL", base);
    return new Credentials(environment).twilio(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  private static void set(MockEnvironment environment, String name, String value) {
    if (value != null) {
      environment.setProperty(name, value);
    }
  }
}

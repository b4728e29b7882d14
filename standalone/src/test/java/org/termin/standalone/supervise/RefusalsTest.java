package org.termin.standalone.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.embedded.CannotStart;

class RefusalsTest {
  @TempDir Path folder;

  @Test
  void refuseKeysInsideTheData() {
    assertThatThrownBy(() -> new Folders(folder, folder.resolve("keys")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("inside the data folder");
  }

  @ParameterizedTest
  @CsvSource({
    "TERMIN_PUBLIC_URL,https://termin.example",
    "TERMIN_PUBLIC_URL,http://192.168.1.7:8080",
    "TERMIN_CALLBACK_URL,https://termin.example"
  })
  void refuseRecordingBehindAPublicAddress(String name, String address) {
    assertThatThrownBy(() -> new Refusals(settings().recorded()).check(Map.of(name, address)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(name);
    assertThatCode(() -> new Refusals(settings()).check(Map.of(name, address)))
        .doesNotThrowAnyException();
  }

  @Test
  void refuseRecordingForOtherMachines() {
    assertThatThrownBy(() -> new Refusals(settings().recorded().boundTo("0.0.0.0")).check(Map.of()))
        .hasMessageContaining("--bind");
  }

  @Test
  void refuseToShowWhatWasOnceSentForReal() {
    new Refusals(settings()).check(Map.of("TWILIO_ACCOUNT_SID", "AC1"));
    assertThatThrownBy(() -> new Refusals(settings().recorded()).check(Map.of()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("real provider");
  }

  @Test
  void refuseToSendFromAMovedClock() {
    new Refusals(settings().recorded().simulated()).check(Map.of());
    assertThatThrownBy(() -> new Refusals(settings()).check(Map.of()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("clock");
    assertThatCode(() -> new Refusals(settings().recorded()).check(Map.of()))
        .doesNotThrowAnyException();
  }

  @Test
  void neverPrintSecrets() {
    assertThat(settings().with(Map.of("TWILIO_AUTH_TOKEN", "canary")).toString())
        .doesNotContain("canary");
  }

  private Settings settings() {
    return Settings.of(new Folders(folder.resolve("data"), folder.resolve("keys")), 0);
  }
}

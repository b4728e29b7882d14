package org.termin.standalone.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
  @TempDir Path folder;

  @Test
  void givesProviderSecretsToTheNotifierAlone() {
    Environment environment = environment();
    assertThat(environment.notifier(1)).containsEntry("TWILIO_AUTH_TOKEN", "canary");
    assertThat(environment.scheduler(1)).doesNotContainValue("canary");
    assertThat(environment.tracker(1, 2)).doesNotContainValue("canary");
  }

  @Test
  void givesEachServiceItsOwnPasswordOnly() {
    Environment environment = environment();
    assertThat(environment.tracker(1, 2).keySet())
        .contains("TERMIN_DB_TRACKER_PASSWORD_FILE", "TERMIN_DB_ORGANISER_RO_PASSWORD_FILE")
        .doesNotContain("TERMIN_DB_NOTIFIER_PASSWORD_FILE", "TERMIN_KEYS_DIR");
    assertThat(environment.scheduler(1).keySet())
        .contains("TERMIN_DB_SCHEDULER_PASSWORD_FILE")
        .doesNotContain(
            "TERMIN_KEYS_DIR",
            "TERMIN_DB_TRACKER_PASSWORD_FILE",
            "TERMIN_DB_ORGANISER_RO_PASSWORD_FILE");
  }

  private Environment environment() {
    Settings settings =
        Settings.of(new Folders(folder.resolve("data"), folder.resolve("keys")), 8080)
            .with(
                Map.of(
                    "TWILIO_AUTH_TOKEN",
                    "canary",
                    "TERMIN_KEYS_REPLICA",
                    "canary",
                    "TERMIN_CANARY_SMS",
                    "canary"));
    return new Environment(settings, "url", "bus", new Passwords(folder.resolve("passwords")));
  }
}

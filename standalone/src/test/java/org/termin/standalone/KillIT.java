package org.termin.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.termin.standalone.RunningTermin.document;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.standalone.RunningTermin.Resident;
import org.termin.standalone.supervise.Supervisor;

/**
 * Every process is killed once; what was confirmed is still there, and the next one can sign up.
 */
class KillIT {
  @TempDir Path folder;

  @Test
  void nothingIsLostWhenEveryPartIsKilledOnce() {
    try (RunningTermin termin = RunningTermin.start(folder)) {
      Resident first = signUp(termin, 1);
      int phone = 2;
      for (String part :
          List.of("notifier", "scheduler", Supervisor.KAFKA, Supervisor.POSTGRES, "tracker-api")) {
        termin.supervisor.kill(part);
        termin.supervisor.restart(part);
        Resident next = signUp(termin, phone++);
        assertThat(termin.page(next).path("state").asString())
            .as("after %s", part)
            .isEqualTo("active");
      }
      assertThat(termin.page(first).path("state").asString()).isEqualTo("active");
    }
  }

  private static Resident signUp(RunningTermin termin, int n) {
    Resident resident =
        termin.register(
            "PL",
            "en",
            "sms",
            "+4851200020" + n,
            List.of(document("passport", termin.today().plusDays(300))));
    termin.confirm(resident);
    return resident;
  }
}

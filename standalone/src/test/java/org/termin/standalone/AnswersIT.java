package org.termin.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.embedded.Ports;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.sms.FakeSmsProvider;
import org.termin.testkit.sms.Script;
import org.termin.testkit.sms.SentText;

/** A provider that takes a message and then answers badly, and reports the truth to the door. */
class AnswersIT {
  private static final List<Script> AMBIGUOUS =
      List.of(
          Script.error500(),
          Script.error503(),
          Script.html502(),
          Script.reset(),
          Script.truncated(),
          Script.stall());

  @TempDir Path folder;

  @Test
  void whatIsUnknownIsSettledByAReportThroughTheDoorAndNotSentAgain() {
    int port = Ports.free();
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("keys"));
    try (FakeSmsProvider provider = FakeSmsProvider.start()) {
      Map<String, String> environment = Crowd.environment(provider, port);
      environment.put("TERMIN_DELIVERY_UNKNOWNAFTER", "30m");
      try (Supervisor supervisor = Supervisor.start(Settings.of(folders, port).with(environment))) {
        provider.callbacksGoTo(supervisor.door(), "token");
        Crowd crowd = new Crowd(supervisor, provider, folders.publicKeys());
        crowd.signUp(0, AMBIGUOUS.size() + 1, LocalDate.now(Clock.systemUTC()));
        int before = provider.posts().size();
        List<String> phones = crowd.reached(0).stream().sorted().toList();
        for (int n = 0; n < AMBIGUOUS.size(); n++) {
          provider.answers(phones.get(n), AMBIGUOUS.get(n));
        }
        crowd.confirm();

        awaitCount(crowd, "UNKNOWN", AMBIGUOUS.size());
        awaitCount(crowd, "ACCEPTED", 1);
        assertThat(provider.posts()).hasSize(before + phones.size());

        for (String phone : phones) {
          SentText text = provider.messagesTo(phone).getLast();
          assertThat(provider.report(text.sid(), "sent")).isEqualTo(204);
          assertThat(provider.report(text.sid(), "delivered")).isEqualTo(204);
        }
        awaitCount(crowd, "DELIVERED", phones.size());
        assertThat(provider.posts()).as("one request each").hasSize(before + phones.size());
        System.out.printf(
            "answers: %d ambiguous, one request each, unknown, then settled by reports%n",
            AMBIGUOUS.size());
      }
    }
  }

  private static void awaitCount(Crowd crowd, String state, int count) {
    await()
        .atMost(Crowd.PATIENCE)
        .until(
            () ->
                crowd.count(
                        "select count(*) from ledger.reminder where state = '%s'".formatted(state))
                    == count);
  }
}

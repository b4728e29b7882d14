package org.termin.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.contract.sealed.Act;
import org.termin.contract.words.Action;
import org.termin.database.backup.Backup.Taken;
import org.termin.database.backup.Restore;
import org.termin.embedded.Ports;
import org.termin.standalone.rest.Rest;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.StoreBackup;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.sms.FakeSmsProvider;

/** S16 on a whole Termin: the disk is lost, a backup comes back, and who has gone stays gone. */
class RestoreIT {
  private static final int PEOPLE = 30;
  private static final int GONE = 5;

  @TempDir Path folder;

  @Test
  void afterARestoreEverybodyIsToldButWhoHasStoppedOrWasErasedSince() throws Exception {
    Path keys = folder.resolve("keys");
    Folders before = new Folders(folder.resolve("data"), keys);
    Folders after = new Folders(folder.resolve("restored"), keys);
    try (FakeSmsProvider provider = FakeSmsProvider.start()) {
      Set<String> gone = new HashSet<>();
      Taken taken;
      int port = Ports.free();
      Settings settings = Settings.of(before, port).with(Crowd.environment(provider, port));
      try (Supervisor supervisor = Supervisor.start(settings)) {
        provider.callbacksGoTo(supervisor.door(), "token");
        Crowd crowd = new Crowd(supervisor, provider, before.publicKeys());
        crowd.signUp(0, PEOPLE, LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC));
        // everybody's first message is due, and no clock runs
        supervisor.stop("scheduler");
        crowd.confirm();
        taken = new StoreBackup(settings).take(folder.resolve("one.backup"));
        Rest notifier = Crowd.operator(supervisor, "notifier");
        assertThat(
                notifier
                    .post("/keys/backup", null, Map.of("began", taken.began().toString()))
                    .expect(200)
                    .path("backup")
                    .asString())
            .isEqualTo(taken.began().toString());
        gone.addAll(eraseSome(crowd));
        gone.addAll(stopSome(crowd, provider, supervisor));
      }
      assertThat(gone).hasSize(2 * GONE);

      Settings restored = Settings.of(after, Ports.free());
      long rows = new StoreBackup(restored).restore(Restore.of(taken.file()));
      assertThat(rows).isEqualTo(taken.rows());
      int written = provider.posts().size();
      int again = Ports.free();
      try (Supervisor supervisor =
          Supervisor.start(Settings.of(after, again).with(Crowd.environment(provider, again)))) {
        provider.callbacksGoTo(supervisor.door(), "token");
        Crowd crowd = new Crowd(supervisor, provider, after.publicKeys());
        assertThat(crowd.count("select count(*) from people.record")).isEqualTo(PEOPLE - GONE);
        await()
            .atMost(Crowd.PATIENCE)
            .until(() -> crowd.reached(written).size() == PEOPLE - gone.size());
        await()
            .atMost(Crowd.PATIENCE)
            .pollInterval(Duration.ofSeconds(1))
            .until(
                () ->
                    crowd.count(
                            """
                            select count(*) from ledger.reminder
                             where wake_at <= app.now() + interval '1 minute'
                               and state in ('PLANNED', 'QUEUED', 'SENDING', 'UNKNOWN', 'RETRY_WAIT')
                            """)
                        == 0);
        assertThat(crowd.reached(written)).doesNotContainAnyElementsOf(gone);
        System.out.printf(
            "restore: %d rows, %d people told, requests to %d stopped or erased people: %d%n",
            rows,
            crowd.reached(written).size(),
            gone.size(),
            crowd.reached(written).stream().filter(gone::contains).count());
      }
    }
  }

  private static List<String> eraseSome(Crowd crowd) {
    List<String> phones = new ArrayList<>();
    List<Crowd.Posted> rows = new ArrayList<>();
    for (int n = 0; n < GONE; n++) {
      String phone = Crowd.phone(n);
      UUID id = crowd.owner(phone);
      phones.add(phone);
      rows.add(
          crowd.seal(
              UUID.randomUUID(), Act.plain(id, crowd.people().get(id).proof(), 1, Action.ERASE)));
    }
    crowd.insert(rows);
    await()
        .atMost(Crowd.PATIENCE)
        .until(() -> crowd.count("select count(*) from people.record") == PEOPLE - GONE);
    return phones;
  }

  private static List<String> stopSome(
      Crowd crowd, FakeSmsProvider provider, Supervisor supervisor) {
    List<String> phones = new ArrayList<>();
    for (int n = GONE; n < 2 * GONE; n++) {
      phones.add(Crowd.phone(n));
      String path = "/callbacks/" + supervisor.callbackSecret() + "/sms/reply";
      assertThat(provider.reply(path, Crowd.phone(n), "STOP")).isBetween(200, 204);
    }
    await()
        .atMost(Crowd.PATIENCE)
        .until(() -> crowd.count("select count(*) from people.stopped") == GONE);
    return phones;
  }
}

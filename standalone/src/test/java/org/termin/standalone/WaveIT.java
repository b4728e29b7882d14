package org.termin.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.contract.event.Topics;
import org.termin.embedded.Ports;
import org.termin.standalone.rest.Rest;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.Figures;
import org.termin.testkit.sms.FakeSmsProvider;
import org.termin.testkit.sms.Script;
import tools.jackson.databind.JsonNode;

/**
 * A wave through two schedulers and two notifiers. {@code -Dwave.people=20000} makes it a large
 * one, {@code -Dattack.hints=100000} the attack a loud one.
 */
class WaveIT {
  private static final int PEOPLE = Integer.getInteger("wave.people", Figures.full() ? 1_000 : 300);
  private static final String COMMAND =
      "mvn -Preliability verify -pl standalone -am -Dit.test=WaveIT";
  private static final int IN_FLIGHT = 4;
  private static final int NOTIFIERS = 2;
  private static final int HINTS =
      Integer.getInteger("attack.hints", Figures.full() ? 100_000 : 2_000);

  @TempDir Path folder;
  private final FakeSmsProvider provider = FakeSmsProvider.start();
  private @Nullable Supervisor supervisor;
  private Crowd crowd;

  @BeforeEach
  void start() {
    int port = Ports.free();
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("keys"));
    Map<String, String> environment = Crowd.environment(provider, port);
    environment.put("TERMIN_DELIVERY_INFLIGHT", Integer.toString(IN_FLIGHT));
    supervisor = Supervisor.start(Settings.of(folders, port).with(NOTIFIERS, 2).with(environment));
    provider.callbacksGoTo(supervisor.door(), "token");
    crowd = new Crowd(supervisor, provider, folders.publicKeys());
  }

  @AfterEach
  void stop() {
    if (supervisor != null) {
      supervisor.close();
    }
    provider.close();
  }

  @Test
  void everyoneIsToldOnceAndAStolenDoorChangesNobody() {
    int before = dueWave();
    long begin = System.nanoTime();
    startSchedulers();
    awaitEverybody(before);
    report("without faults", before, begin);
    assertThat(provider.posts()).as("codes and confirmations").hasSize(before + PEOPLE);

    StolenDoor thief = new StolenDoor(crowd, supervisor.bus());
    String people = thief.fingerprint();
    int tries = thief.tryEverything(HINTS);
    boolean unchanged = thief.fingerprint().equals(people);
    int texts = provider.posts().size() - before - PEOPLE;
    Figures.record(
        "S2",
        "A stolen door against people who do not talk to it",
        0,
        COMMAND,
        ("%,d active people, %,d forged, replayed and swapped messages, statements and look-ups,"
                + " %,d forged hints in each of two topics: records changed %s, views opened %d,"
                + " texts sent %d")
            .formatted(
                Math.min(PEOPLE, 1_000),
                tries,
                HINTS,
                unchanged ? "0" : "SOME",
                thief.seen(),
                texts),
        unchanged && thief.seen() == 0 && texts == 0);
    assertThat(unchanged).isTrue();
    assertThat(thief.seen()).isZero();
    assertThat(texts).as("nobody was written to").isZero();

    thief.poison(20);
    await()
        .atMost(Crowd.PATIENCE)
        .until(() -> TopicsDump.of(supervisor.bus()).inDeadLetters() == 2 * 20);
    TopicsDump dump = TopicsDump.of(supervisor.bus());
    Figures.record(
        "S4",
        "Every record of every topic after that, keys, values and headers",
        0,
        COMMAND,
        "%s, outside the closed schemas %d".formatted(dump, dump.faults().size()),
        dump.faults().isEmpty());
    assertThat(dump.topics()).containsAll(Topics.ALL);
    assertThat(dump.records()).isGreaterThan(PEOPLE);
    assertThat(dump.faults()).isEmpty();
  }

  @Test
  void nobodyIsForgottenWhenEveryPartIsKilledOnceInTheMiddle() {
    int before = dueWave();
    // a minute for the whole wave, so that every kill falls into it
    provider.answersEverybody(
        Script.slow(Duration.ofMinutes(1).multipliedBy(IN_FLIGHT * NOTIFIERS).dividedBy(PEOPLE)));
    long begin = System.nanoTime();
    startSchedulers();
    killAt(0.10, before, "notifier-2");
    killAt(0.25, before, "scheduler");
    killAt(0.40, before, Supervisor.KAFKA);
    killAt(0.55, before, Supervisor.POSTGRES);
    awaitEverybody(before);
    report("with four kills", before, begin);
  }

  @Test
  void nobodyIsForgottenAndNobodyIsToldTwiceWhileTheKeysChangeFiveTimes() {
    int before = dueWave();
    provider.answersEverybody(
        Script.slow(Duration.ofSeconds(40).multipliedBy(IN_FLIGHT * NOTIFIERS).dividedBy(PEOPLE)));
    long begin = System.nanoTime();
    startSchedulers();
    int newest = 0;
    for (int change = 1; change <= 5; change++) {
      double share = change * 0.17;
      await()
          .atMost(Crowd.PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> crowd.reached(before).size() >= PEOPLE * share);
      Rest notifier =
          Crowd.operator(supervisor, change % NOTIFIERS == 0 ? "notifier" : "notifier-2");
      newest = notifier.post("/keys/rotate", null, Map.of()).expect(200).path("newest").asInt();
    }
    awaitEverybody(before);
    report("with five changes of keys", before, begin);
    assertThat(provider.posts()).as("nobody twice").hasSize(before + PEOPLE);
    Rest notifier = Crowd.operator(supervisor, "notifier");
    notifier.post("/keys/rotate", null, Map.of()).expect(200);
    JsonNode checked = notifier.post("/keys/verify", null, Map.of()).expect(200);
    System.out.printf("keys: newest epoch %d, then one more; verified %s%n", newest, checked);
    assertThat(newest).isEqualTo(6);
    assertThat(checked.path("records").asInt()).isEqualTo(PEOPLE);
    assertThat(checked.path("unreadable").asInt()).isZero();
    assertThat(
            crowd.count(
                """
                select count(*) from people.record r full join people.contact_index c
                    on c.registration = r.id
                 where r.key_epoch is distinct from 7 or c.key_epoch is distinct from 7
                """))
        .isZero();
  }

  /** Everybody's confirmation is due, and no clock runs; how many requests there were so far. */
  private int dueWave() {
    LocalDate today = LocalDate.ofInstant(java.time.Clock.systemUTC().instant(), ZoneOffset.UTC);
    crowd.signUp(0, PEOPLE, today);
    supervisor.stop("scheduler");
    supervisor.stop("scheduler-2");
    crowd.confirm();
    return provider.posts().size();
  }

  private void startSchedulers() {
    supervisor.restart("scheduler");
    supervisor.restart("scheduler-2");
  }

  private void killAt(double share, int before, String part) {
    await()
        .atMost(Crowd.PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> crowd.reached(before).size() >= PEOPLE * share);
    int then = crowd.reached(before).size();
    supervisor.kill(part);
    System.out.printf("kill -9 %s after %d of %d%n", part, then, PEOPLE);
    supervisor.restart(part);
  }

  private void awaitEverybody(int before) {
    await()
        .atMost(Crowd.PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> crowd.reached(before).size() == PEOPLE);
    await()
        .atMost(Crowd.PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () ->
                crowd.count(
                        """
                        select count(*) from ledger.reminder
                         where state in ('QUEUED', 'SENDING', 'UNKNOWN', 'RETRY_WAIT')
                        """)
                    == 0);
  }

  private void report(String which, int before, long begin) {
    long lost = PEOPLE - crowd.reached(before).size();
    long extra = provider.posts().size() - before - PEOPLE + lost;
    System.out.printf(
        "wave %s: due %d, lost %d, extra copies %d, %.1f s%n",
        which, PEOPLE, lost, extra, (System.nanoTime() - begin) / 1e9);
    assertThat(lost).isZero();
    // a notifier died, and the database under both: at most what was in flight then
    assertThat(extra).isBetween(0L, 2L * IN_FLIGHT * NOTIFIERS);
  }
}

package org.termin.standalone.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.IntakePublicKey;
import org.termin.contract.sealed.Message;
import org.termin.contract.sealed.MessageSeal;
import org.termin.contract.words.Contact;
import org.termin.contract.words.Language;
import org.termin.contract.words.Wording;
import org.termin.database.Role;
import org.termin.guidance.Guidance;
import org.termin.standalone.outage.LedgerEyes.Row;
import org.termin.standalone.rest.Recording;
import org.termin.standalone.rest.Recording.Seen;
import org.termin.standalone.rest.Recording.Told;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.Figures;
import org.termin.testkit.Samples;

/**
 * R5: everything stands still for an hour, three days, a month. Whoever should have heard from us
 * hears once, by day, what is right then.
 */
class OutageIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

  /** First messages, and the week they keep others away, lie behind then. */
  private static final int SETTLED = 11;

  /** A week's cap, a Sunday and a holiday may lie between the end of an outage and a message. */
  private static final Duration AFTERWARDS = Duration.ofDays(10);

  private final Guidance guidance = Guidance.load();

  @TempDir Path folder;

  /** An hour in the middle of the daytime band of Europe; the others begin and end at night. */
  record Outage(String name, Duration time, LocalTime begin) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Outage> outages() {
    Outage threeDays = new Outage("72 hours", Duration.ofHours(72), LocalTime.of(3, 0));
    return Figures.full()
        ? Stream.of(
            new Outage("30 days", Duration.ofDays(30), LocalTime.of(3, 0)),
            new Outage("1 hour", Duration.ofHours(1), LocalTime.of(11, 30)),
            threeDays)
        : Stream.of(threeDays);
  }

  @ParameterizedTest
  @MethodSource("outages")
  void afterAnOutageEverybodyHearsOnceWhatIsRightThen(Outage outage) {
    assumeTrue(Figures.full(), "runs in the profile reliability");
    int people = Figures.size("outage", 24, 1_000);
    long seed = Figures.seed("outage");
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("keys"));
    try (Supervisor supervisor =
        Supervisor.start(Settings.of(folders, 0).recorded().simulated().with(patient()))) {
      LedgerEyes eyes = new LedgerEyes(supervisor, folders.keys());
      Recording recording = new Recording(supervisor.management("notifier"));
      LocalDate first = LocalDate.ofInstant(eyes.now(), ZoneOffset.UTC).plusDays(SETTLED);
      Instant down = first.atTime(outage.begin()).toInstant(ZoneOffset.UTC);
      Households invented =
          new Households(
              new Random(seed),
              guidance,
              first,
              LocalDate.ofInstant(down.plus(outage.time()), ZoneOffset.UTC));
      List<Household> households = new ArrayList<>();
      for (int n = 0; n < people; n++) {
        households.add(invented.next(n));
      }
      signUp(supervisor, recording, eyes, key(folders), households);
      recording.advance(Duration.between(eyes.now(), down).toString());

      stopEverything(supervisor);
      eyes.pass(outage.time());
      Map<UUID, Map<Told, Row>> before = eyes.rows(households);
      Instant back = eyes.now();
      startEverything(supervisor);
      recording.advance(AFTERWARDS.toString());

      Map<UUID, Map<Told, Row>> after = eyes.rows(households);
      List<Seen> seen = recording.inbox();
      Aftermath aftermath = new Aftermath(guidance, back);
      for (Household household : households) {
        aftermath.add(
            household,
            before.getOrDefault(household.id(), Map.of()),
            after.getOrDefault(household.id(), Map.of()),
            seen.stream().filter(message -> household.owns(message.to())).toList());
      }
      report(outage, people, seed, aftermath);
    }
  }

  private static void report(Outage outage, int people, long seed, Aftermath aftermath) {
    boolean pass = aftermath.faults().isEmpty() && aftermath.waiting() > 0;
    Figures.record(
        "R5",
        "everything down for " + outage,
        seed,
        "mvn -Preliability -pl standalone -am verify -Dit.test=OutageIT -Dchaos.seed=" + seed,
        "%d people, %d with something due meanwhile; messages about it per person %s; local hours %s; %d days and dates read in the texts, %d faults"
            .formatted(
                people,
                aftermath.waiting(),
                aftermath.messages(),
                aftermath.hours(),
                aftermath.daysRead(),
                aftermath.faults().size()),
        pass);
    assertThat(aftermath.faults()).isEmpty();
    assertThat(aftermath.waiting()).as("people whose day it was").isPositive();
    assertThat(aftermath.daysRead()).isPositive();
  }

  private static void stopEverything(Supervisor supervisor) {
    supervisor.stop("scheduler");
    supervisor.stop("notifier");
    supervisor.kill(Supervisor.KAFKA);
  }

  private static void startEverything(Supervisor supervisor) {
    supervisor.restart(Supervisor.KAFKA);
    supervisor.restart("notifier");
    supervisor.restart("scheduler");
  }

  private static void signUp(
      Supervisor supervisor,
      Recording recording,
      LedgerEyes eyes,
      IntakePublicKey key,
      List<Household> households) {
    Map<UUID, Message> messages = new HashMap<>();
    int contacts = 0;
    for (Household household : households) {
      contacts += household.contacts().size();
      messages.put(
          household.id(),
          Samples.register(
              household.code(),
              household.situation(),
              Wording.CLEAR,
              Language.EN,
              household.contacts().toArray(Contact[]::new)));
    }
    post(supervisor, key, messages);
    int expected = contacts;
    await().atMost(PATIENCE).until(() -> codes(recording).size() == expected);

    Map<String, String> codes = codes(recording);
    Map<UUID, Message> confirms = new HashMap<>();
    for (Household household : households) {
      for (int slot = 0; slot < household.contacts().size(); slot++) {
        String code = codes.get(household.contacts().get(slot).value());
        confirms.put(
            UUID.randomUUID(), new Confirm(household.id(), household.code().proof(), slot, code));
      }
    }
    post(supervisor, key, confirms);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                eyes.count("select count(*) from people.contact_index where verified is not null")
                    == expected);
  }

  private static Map<String, String> codes(Recording recording) {
    Map<String, String> codes = new HashMap<>();
    for (Seen seen : recording.inbox()) {
      Matcher code = CODE.matcher(seen.text());
      if (code.find()) {
        codes.put(seen.to(), code.group(1));
      }
    }
    return codes;
  }

  private static void post(
      Supervisor supervisor, IntakePublicKey key, Map<UUID, Message> messages) {
    try (Connection door =
            DriverManager.getConnection(
                supervisor.storeUrl(), Role.TRACKER.login(), supervisor.password(Role.TRACKER));
        PreparedStatement insert =
            door.prepareStatement("insert into door.inbox (id, sealed) values (?, ?)")) {
      for (Map.Entry<UUID, Message> one : messages.entrySet()) {
        insert.setObject(1, one.getKey());
        insert.setBytes(2, MessageSeal.seal(key, one.getKey(), one.getValue()));
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static IntakePublicKey key(Folders folders) {
    try {
      return IntakePublicKey.of(1, Files.readAllBytes(folders.publicKeys().resolve("epoch-1.pub")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> patient() {
    Map<String, String> all = new HashMap<>();
    for (String limit : List.of("DESTINATION", "PREFIX", "COUNTRY", "MONEY")) {
      all.put("TERMIN_CODES_" + limit, "1000000000");
    }
    all.put("TERMIN_INTAKE_EVERY", "1s");
    return all;
  }
}

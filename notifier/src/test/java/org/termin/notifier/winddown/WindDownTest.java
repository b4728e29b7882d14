package org.termin.notifier.winddown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Resend;
import org.termin.contract.words.Action;
import org.termin.contract.words.Contact;
import org.termin.contract.words.Language;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;
import org.termin.notifier.House;
import org.termin.notifier.TurnedClock;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.keys.KeySettings;
import org.termin.notifier.keys.WindDownLog.Standing;
import org.termin.notifier.record.Records;
import org.termin.notifier.sweep.Forgetting;
import org.termin.notifier.sweep.Sweeps;
import org.termin.notifier.winddown.Farewells.Progress;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;
import org.termin.testkit.mail.SmtpSink;

/**
 * Two people end the service, everybody is told first and keeps their days, and nothing is left.
 */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class WindDownTest {
  /** A Monday morning in Warsaw. */
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private static final Situation PERMIT =
      Samples.passportAndPermit("PL", LocalDate.of(2028, 3, 1), LocalDate.of(2028, 9, 14));

  private static TestStore store;
  private final TurnedClock machine = new TurnedClock();
  private final ReceiptCode code = ReceiptCode.random();
  private House house;

  @BeforeAll
  static void build() {
    store = TestStore.fresh();
  }

  @BeforeEach
  void open() {
    store.clear();
    store.freezeClock(NOW);
    machine.set(NOW);
    house = House.withOwnKeys(store, Map.of(House.MACHINE, machine));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private UUID resident(Contact... contacts) {
    ReceiptCode own = ReceiptCode.random();
    return resident(own, contacts);
  }

  private UUID resident(ReceiptCode own, Contact... contacts) {
    UUID id =
        house.register(own, Samples.register(own, PERMIT, Wording.CLEAR, Language.EN, contacts));
    house.deliver();
    return id;
  }

  private WindDown windDown() {
    return house.get(WindDown.class);
  }

  private String firstCard = "";

  private String card() {
    return house.get(Cards.class).make(null);
  }

  private Progress sweep() {
    return house.get(Farewells.class).sweep();
  }

  private boolean ends() {
    return house.get(Ending.class).look();
  }

  /** Two cards, two words. */
  private void agreed() {
    firstCard = card();
    String second = card();
    windDown().propose(firstCard);
    windDown().agree(second);
    sweep();
  }

  private void days(int days) {
    machine.turn(Duration.ofDays(days));
    house.liveUntil(store.now().plus(Duration.ofDays(days)));
    house.get(Sweeps.class).run();
    house.get(Forgetting.class).sweep();
  }

  private List<String> textsTo(Contact phone) {
    return house.provider().messagesTo(phone.value()).stream().map(text -> text.body()).toList();
  }

  private static boolean saysTheEnd(String text) {
    return text.contains("03.12.2026");
  }

  @Test
  void oneOperatorAloneEndsNothing() {
    String first = card();
    String second = card();
    assertThatThrownBy(() -> windDown().agree(first)).hasMessageContaining("Nobody has proposed");
    windDown().propose(first);
    assertThatThrownBy(() -> windDown().agree(first)).hasMessageContaining("another person");
    assertThatThrownBy(() -> windDown().agree("0000-0000-0000-0000-0000-0000"))
        .hasMessageContaining("not the card");
    assertThatThrownBy(() -> windDown().propose(null)).hasMessageContaining("not the card");
    assertThat(sweep()).isEqualTo(Progress.NONE);
    machine.turn(Duration.ofDays(8));
    assertThatThrownBy(() -> windDown().agree(second)).hasMessageContaining("older than 7 days");
  }

  @Test
  void aThirdCardNeedsAnotherOne() {
    String first = card();
    String second = card();
    assertThatThrownBy(this::card).hasMessageContaining("not the card");
    String third = house.get(Cards.class).make(first);
    windDown().propose(third);
    assertThatThrownBy(() -> windDown().agree(first))
        .as("whoever vouches for a card can have kept it")
        .hasMessageContaining("another person's");
    windDown().agree(second);
    assertThat(house.get(Alarms.class).active()).doesNotContain(Alarm.WINDING_DOWN);
    sweep();
    assertThat(house.get(Alarms.class).active()).contains(Alarm.WINDING_DOWN);
  }

  @Test
  void whoeverWritesTheDatabaseCannotEndTheService() {
    resident(Samples.polishPhone(1));
    store.asAdmin("insert into app.closing (until, ended) values ('2026-11-01', true)");
    assertThat(ends()).isFalse();
    sweep();
    assertThat(keyFiles()).isNotEmpty();
    assertThat(rows("app.closing")).as("what was forged is taken down").isZero();
    days(3);
    assertThat(textsTo(Samples.polishPhone(1))).noneMatch(WindDownTest::saysTheEnd);
  }

  @Test
  void everybodyIsToldOnceAndKeepsTheirDays() throws Exception {
    Contact phone = Samples.polishPhone(1);
    Contact mail = Samples.mail(2);
    Contact paused = Samples.polishPhone(3);
    Contact stopped = Samples.polishPhone(4);
    resident(phone);
    resident(Samples.polishPhone(2), mail);
    UUID asleep = resident(code, paused);
    house.say(
        UUID.randomUUID(),
        Act.plain(asleep, code.proof(), house.person(asleep).version(), Action.PAUSE));
    assertThat(house.person(asleep).state()).isEqualTo(RecordState.PAUSED);
    resident(stopped);
    house.reply(stopped, "0");
    Contact late = Samples.polishPhone(5);
    ReceiptCode lateCode = ReceiptCode.random();
    UUID lateId = UUID.randomUUID();
    house.say(lateId, Samples.register(lateCode, PERMIT, Wording.CLEAR, Language.EN, late));
    agreed();
    house.confirm(lateId, lateCode, 0, late);
    Contact refused = Samples.polishPhone(6);
    house.say(
        UUID.randomUUID(),
        Samples.register(ReceiptCode.random(), PERMIT, Wording.CLEAR, Language.EN, refused));
    assertThat(textsTo(refused)).as("nobody new").isEmpty();
    sweep();
    days(6);

    assertThat(textsTo(phone)).filteredOn(text -> text.contains("plan page")).hasSize(1);
    assertThat(textsTo(phone).getLast()).contains("03.12.2026").contains("Task 2");
    assertThat(textsTo(paused).getLast()).contains("03.12.2026");
    assertThat(textsTo(late).getLast()).contains("2026. Until then save");
    assertThat(textsTo(stopped)).noneMatch(text -> text.contains("We close"));
    assertThat(textsTo(Samples.polishPhone(2))).noneMatch(text -> text.contains("We close"));
    String letter = SmtpSink.raw(house.sink().receivedFor(mail.value()).getLast());
    assertThat(letter).contains("we close on", "text/calendar");
    assertThat(sweep().waiting()).isZero();
    assertThat(sweep().told()).isEqualTo(4);
  }

  @Test
  void whoeverWaitsForWavesHearsOfTheEndToo() throws Exception {
    Contact phone = Samples.polishPhone(1);
    Contact mail = Samples.mail(2);
    for (Contact one : List.of(phone, mail)) {
      ReceiptCode own = ReceiptCode.random();
      house.register(
          own, Samples.register(own, Samples.alert("PL", 50), Wording.DISCREET, Language.EN, one));
      house.deliver();
    }
    agreed();
    days(6);
    assertThat(textsTo(phone).getLast()).contains("03.12.2026");
    assertThat(SmtpSink.raw(house.sink().receivedFor(mail.value()).getLast()))
        .contains("03.12.2026")
        .doesNotContain("Below are your days", "text/calendar");
    assertThat(sweep().told()).isEqualTo(2);
  }

  @Test
  void nobodyIsToldOfADayThatLeavesThemLessThanAWeek() {
    Contact phone = Samples.polishPhone(1);
    resident(phone);
    agreed();
    // nobody says what is due: the scheduler is down
    for (int day = 0; day < 20; day++) {
      machine.turn(Duration.ofDays(1));
      store.advance(Duration.ofDays(1));
      sweep();
      assertThat(ends()).as("somebody is not told").isFalse();
    }
    days(2);
    LocalDate told = LocalDate.ofInstant(store.now(), ZoneOffset.UTC);
    assertThat(textsTo(phone).getLast()).contains("We close");
    assertThat(until()).isAfterOrEqualTo(told.plusDays(5));
    assertThat(ends()).isFalse();
    days(12);
    assertThat(ends()).isTrue();
  }

  @Test
  void afterANightOfAWholeWeekNobodyIsToldOfADayThatIsNear() {
    Contact phone = Samples.polishPhone(1);
    resident(phone);
    agreed();
    // everything stood still, and deliveries are quicker than the first look after it
    machine.turn(Duration.ofDays(11));
    store.advance(Duration.ofDays(11));
    house.liveUntil(store.now().plus(Duration.ofDays(2)));
    assertThat(textsTo(phone).getLast()).contains("We close").doesNotContain("03.12.2026");
    assertThat(ends()).isFalse();
    machine.turn(Duration.ofDays(6));
    store.advance(Duration.ofDays(4));
    assertThat(ends()).isFalse();
  }

  @Test
  void whoPausedIsToldEvenWhileSomethingPressingWaitsForThem() {
    Contact phone = Samples.polishPhone(1);
    LocalDate soon = LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(45);
    UUID id =
        house.register(
            code,
            Samples.register(
                code, Samples.passport("PL", soon), Wording.CLEAR, Language.EN, phone));
    house.deliver();
    house.say(
        UUID.randomUUID(), Act.plain(id, code.proof(), house.person(id).version(), Action.PAUSE));
    days(50);
    agreed();
    days(4);
    assertThat(textsTo(phone).getLast()).contains("We close");
    assertThat(sweep().waiting()).isZero();
  }

  @Test
  void aMessageWhoseOutcomeNobodyWillLearnDoesNotKeepTheServiceFromEnding() {
    resident(Samples.polishPhone(1));
    agreed();
    days(14);
    house.db().sql("update ledger.attempt set state = 'UNKNOWN', wake_at = 'infinity'").update();
    assertThat(ends()).isTrue();
  }

  private LocalDate until() {
    return store
        .jdbc(org.termin.database.Role.NOTIFIER)
        .sql("select until from app.closing")
        .query(LocalDate.class)
        .single();
  }

  @Test
  void whenTheNoticeIsOverEveryKeyIsDestroyedAndNothingAboutAnybodyIsLeft() throws IOException {
    resident(Samples.polishPhone(1));
    resident(Samples.mail(2));
    agreed();
    days(10);
    assertThat(ends()).as("the last day").isFalse();
    assertThat(keyFiles()).isNotEmpty();
    days(4);
    assertThat(ends()).isTrue();

    assertThat(keyFiles()).isEmpty();
    for (String table :
        List.of(
            "people.record",
            "people.contact_index",
            "ledger.reminder",
            "ledger.attempt",
            "door.inbox",
            "people.stopped")) {
      assertThat(rows(table)).as(table).isZero();
    }
    assertThat(
            store
                .jdbc(org.termin.database.Role.TRACKER)
                .sql("select ended from app.closing")
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(Remains.hasEnded(house.db(), house.get(KeySettings.class)))
        .as("a restart finds that it has ended")
        .isTrue();
  }

  @Test
  void aSimulatedOrWrongStoreClockCannotShortenTheNotice() {
    resident(Samples.polishPhone(1));
    agreed();
    house.liveUntil(store.now().plus(Duration.ofDays(30)));
    house.get(Forgetting.class).sweep();
    assertThat(ends()).isFalse();
    machine.turn(Duration.ofDays(8));
    assertThat(ends()).isTrue();
  }

  @Test
  void whatACrashLeftOfTheEndIsFinishedAtTheNextStart() throws IOException {
    UUID id = resident(Samples.polishPhone(1));
    agreed();
    days(14);
    windDown().end((Standing.Closing) windDown().history().standing());
    assertThat(house.get(Records.class).open(id).here()).isPresent();
    assertThat(Remains.hasEnded(house.db(), house.get(KeySettings.class))).isTrue();
    assertThat(keyFiles()).isEmpty();
    assertThat(rows("people.record")).isZero();
  }

  @Test
  void whoeverWasToldHearsThatItGoesOnAndWhoeverWasNotHearsNothing() {
    Contact told = Samples.polishPhone(1);
    resident(told);
    Contact waiting = Samples.polishPhone(2);
    UUID id = UUID.randomUUID();
    house.say(id, Samples.register(code, PERMIT, Wording.CLEAR, Language.EN, waiting));
    agreed();
    days(2);
    assertThat(textsTo(told)).anyMatch(text -> text.contains("We close"));
    house.say(UUID.randomUUID(), new Resend(id, code.proof(), 0));
    house.confirm(id, code, 0, waiting);
    assertThat(house.person(id).state()).isEqualTo(RecordState.ACTIVE);
    sweep();
    windDown().takeBack(firstCard);
    sweep();
    days(10);

    assertThat(textsTo(told)).filteredOn(text -> text.contains("We go on after all")).hasSize(1);
    assertThat(textsTo(waiting)).noneMatch(text -> text.contains("We close"));
    assertThat(textsTo(waiting)).noneMatch(text -> text.contains("We go on"));
    assertThat(ends()).isFalse();
    assertThat(keyFiles()).isNotEmpty();
    assertThat(rows("app.closing")).isZero();
  }

  @Test
  void anEleventhTimeIsRefusedBecauseItsMessagesWouldBeTakenForThoseOfTheFirst() {
    String first = card();
    String second = card();
    for (int time = 1; time <= 10; time++) {
      windDown().propose(first);
      windDown().agree(second);
      windDown().takeBack(first);
    }
    assertThatThrownBy(() -> windDown().propose(first)).hasMessageContaining("10 times");
    assertThat(windDown().history().standing()).isInstanceOf(Standing.Running.class);
  }

  @Test
  void aRehearsalWritesNothing() {
    for (int n = 1; n <= 12; n++) {
      resident(Samples.polishPhone(n));
    }
    resident(Samples.mail(1));
    long before = rows("ledger.reminder");
    assertThat(house.get(WindDownRehearsal.class).lines())
        .contains("By text: about 10 people", "By mail: under 11 people")
        .anyMatch(line -> line.contains("be, 2 segments"));
    assertThat(rows("ledger.reminder")).isEqualTo(before);
    assertThat(windDown().history().cards()).isEmpty();
  }

  private long rows(String table) {
    return house.db().sql("select count(*) from " + table).query(Long.class).single();
  }

  private List<String> keyFiles() {
    KeySettings folders = house.get(KeySettings.class);
    return Stream.of(folders.folder(), folders.publicFolder())
        .flatMap(WindDownTest::names)
        .filter(name -> name.endsWith(".key") || name.endsWith(".pub"))
        .toList();
  }

  private static Stream<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> Objects.requireNonNull(file.getFileName()).toString())
          .toList()
          .stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package org.termin.notifier.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.termin.contract.words.DocumentType.PASSPORT;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.sealed.ContactChange;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Action;
import org.termin.contract.words.Contact;
import org.termin.contract.words.Language;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;
import org.termin.notifier.House;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.books.Reconciler;
import org.termin.notifier.erasure.Retention;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;
import org.termin.testkit.mail.SmtpSink;
import org.termin.testkit.sms.SentText;

/** Whoever asked is told before a wave: once, discreetly, by the same way as everybody. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class AlertsTest {
  private static final LocalDate RELEASE = LocalDate.of(2026, 11, 9);
  private static final LocalDate WINTER = LocalDate.of(2027, 1, 1);
  private static final LocalDate SPRING = LocalDate.of(2027, 4, 1);
  private static final Contact PHONE = Samples.polishPhone(1);
  private static final Contact MAIL = Samples.mail(1);
  private static House house;
  private final ReceiptCode code = ReceiptCode.random();

  @BeforeAll
  static void open() {
    house = House.on(TestStore.fresh());
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void empty() {
    house.store().clear();
    house.provider().reset();
    house.sink().reset();
    on(RELEASE.minusDays(20));
  }

  private static void on(LocalDate day) {
    house.store().freezeClock(Instant.from(day.atTime(9, 0).atOffset(ZoneOffset.UTC)));
  }

  private UUID waiting(Situation situation, Contact contact) {
    UUID id =
        house.register(
            code, Samples.register(code, situation, Wording.DISCREET, Language.EN, contact));
    house.deliver();
    return id;
  }

  private static void released(LocalDate day, LocalDate start, int households) {
    house
        .store()
        .asAdmin(
            """
            insert into wave.release (released) values ('%1$s') on conflict do nothing;
            insert into wave.cell
              (released, country, document, period_start, months, households, drawn)
            values ('%1$s', 'PL', 'passport', '%2$s', 3, %3$d, '%1$s')
            """
                .formatted(day, start, households));
  }

  /** What a notifier does on that day and until its evening. */
  private static void tell(LocalDate day) {
    on(day);
    house.get(Alerts.class).tell(Grid.newest(day));
    house.store().advance(Duration.ofHours(7));
    house.deliver();
  }

  private static List<String> texts() {
    return house.provider().messagesTo(PHONE.value()).stream().map(SentText::body).toList();
  }

  private static int rows() {
    return house.db().sql("select count(*) from ledger.reminder").query(Integer.class).single();
  }

  @Test
  void anAlertIsConfirmedWithoutNamingAWave() {
    waiting(Samples.alert("PL", 100), PHONE);
    assertThat(texts()).hasSize(2);
    assertThat(texts().getLast()).contains("we will write when what you asked for is there");
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aWaveIsToldOnceAndNoTextSaysOfWhatOrWhere() {
    UUID id = waiting(Samples.alert("PL", 100), PHONE);
    released(RELEASE, WINTER, 120);
    tell(RELEASE);
    assertThat(texts()).hasSize(3);
    assertThat(texts().getLast())
        .startsWith(
            house.person(id).content().codeWord() + ": What you asked to be told of is there")
        .doesNotContain("120", "100", "Pol", "wave", "passport", "http");
    tell(RELEASE.plusDays(1));
    released(RELEASE.plusDays(28), WINTER, 160);
    tell(RELEASE.plusDays(28));
    assertThat(texts()).as("the same quarter again").hasSize(3);
  }

  @Test
  void theNextQuarterIsToldAtTheNextRelease() {
    waiting(Samples.alert("PL", 100), PHONE);
    released(RELEASE, WINTER, 120);
    released(RELEASE, SPRING, 120);
    tell(RELEASE);
    assertThat(texts()).hasSize(3);
    released(RELEASE.plusDays(28), SPRING, 120);
    tell(RELEASE.plusDays(28));
    assertThat(texts()).hasSize(4);
  }

  @Test
  void aSmallerWaveIsNotToldNorIsOneOfAnotherCountry() {
    waiting(Samples.alert("PL", 250), PHONE);
    released(RELEASE, WINTER, 245);
    tell(RELEASE);
    assertThat(texts()).hasSize(2);
  }

  @Test
  void aReleaseOfRealCountsIsToldAndTheAlertIsNotAmongThem() {
    UUID id = waiting(Samples.alert("PL", 50), PHONE);
    Neighbour neighbour = Neighbour.of("PL", LocalDate.of(2026, 1, 1));
    for (int n = 0; n < 200; n++) {
      neighbour.with(PASSPORT, SPRING.plusDays(9)).movesInto(house, RecordState.ACTIVE);
    }
    for (int n = 0; n < Grid.TURNS; n++) {
      on(RELEASE.plusDays(28L * n));
      house.get(Waves.class).look();
    }
    Person person = house.person(id);
    assertThat(Ends.of(person.content(), RELEASE.plusDays(84))).isEmpty();
    assertThat(rows()).as("the confirmation, and the wave").isEqualTo(2);
  }

  @Test
  void aMailSaysNoMoreThanAText() {
    waiting(Samples.alert("PL", 100), MAIL);
    released(RELEASE, WINTER, 120);
    tell(RELEASE);
    List<MimeMessage> mails = house.sink().receivedFor(MAIL.value());
    assertThat(mails).hasSize(3);
    assertThat(SmtpSink.raw(mails.getLast()))
        .contains("What you asked to be told of is there")
        .doesNotContain(" 120 ", "Poland", "wave", "passport");
  }

  @Test
  void whoErasedIsNotToldAndWhoPausedHearsLater() {
    UUID id = waiting(Samples.alert("PL", 100), PHONE);
    act(id, Action.PAUSE);
    released(RELEASE, WINTER, 120);
    tell(RELEASE);
    assertThat(texts()).hasSize(2);
    act(id, Action.RESUME);
    released(RELEASE.plusDays(28), WINTER, 120);
    tell(RELEASE.plusDays(28));
    assertThat(texts()).hasSize(3);
    act(id, Action.ERASE);
    released(RELEASE.plusDays(56), SPRING, 120);
    tell(RELEASE.plusDays(56));
    assertThat(texts()).hasSize(3);
  }

  @Test
  void aStopByTextIsAStopOfTheAlertToo() {
    waiting(Samples.alert("PL", 100), PHONE);
    house.reply(PHONE, "0");
    int before = texts().size();
    released(RELEASE, WINTER, 120);
    tell(RELEASE);
    assertThat(texts()).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theBooksMissAWaveThatWasNotTold(boolean told) {
    waiting(Samples.alert("PL", 100), PHONE);
    released(RELEASE, WINTER, 120);
    on(RELEASE);
    house.get(Reconciler.class).run();
    tell(RELEASE);
    if (!told) {
      house.store().asAdmin("update ledger.reminder set state = 'EXPIRED_UNSENT' where lane = 1");
    }
    on(RELEASE.plusDays(1));
    assertThat(house.get(Reconciler.class).run()).isTrue();
    assertThat(house.get(Alarms.class).active().contains(Alarm.NOT_TOLD)).isEqualTo(!told);
  }

  private void act(UUID id, Action action) {
    house.say(UUID.randomUUID(), Act.plain(id, code.proof(), house.person(id).version(), action));
  }

  @Test
  void anotherCountryIsToldOfItsOwnWavesAndWhatWasPlannedEnds() {
    UUID id = waiting(Samples.alert("PL", 100), PHONE);
    released(RELEASE, WINTER, 120);
    on(RELEASE);
    house.get(Alerts.class).tell(RELEASE);
    house.say(UUID.randomUUID(), changed(id, Samples.alert("LT", 100)));
    house.store().advance(Duration.ofHours(7));
    house.deliver();
    assertThat(texts()).hasSize(2);
    assertThat(
            house
                .db()
                .sql("select count(*) from ledger.reminder where state = 'SUPERSEDED'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private record Seen(
      int version,
      int state,
      int epoch,
      int record,
      int view,
      int planned,
      int guidance,
      boolean sleeps) {}

  private Seen seen(UUID id) {
    return house
        .db()
        .sql(
            """
            select version, state, key_epoch as epoch, length(record) as record,
                   length(view) as view, planned_version as planned,
                   planned_guidance as guidance, wake_at = 'infinity' as sleeps
              from people.record where id = ?
            """)
        .param(id)
        .query(Seen.class)
        .single();
  }

  @Test
  void inTheStoreAnAlertLooksLikeAResident() {
    UUID alert = waiting(Samples.alert("PL", 1_000), PHONE);
    ReceiptCode own = ReceiptCode.random();
    UUID resident =
        house.register(
            own, Samples.register(own, Samples.passport("PL", SPRING), Samples.polishPhone(2)));
    house.deliver();
    released(RELEASE, WINTER, 2_000);
    tell(RELEASE);
    assertThat(seen(alert)).isEqualTo(seen(resident));
    assertThat(
            house
                .db()
                .sql("select distinct length(sealed_ref) from ledger.reminder")
                .query(Integer.class)
                .list())
        .hasSize(1);
    assertThat(
            house
                .db()
                .sql(
                    "select distinct kind || length(sealed) from ledger.attempt where kind <>"
                        + " 'CODE'")
                .query(String.class)
                .list())
        .hasSize(1);
  }

  @Test
  void aWaveThatMeetsALateConfirmationIsToldWithIt() {
    house.register(
        code,
        Samples.register(code, Samples.alert("PL", 100), Wording.DISCREET, Language.EN, PHONE));
    released(RELEASE, WINTER, 120);
    tell(RELEASE);
    assertThat(texts()).hasSize(2);
    assertThat(texts().getLast()).contains("What you asked to be told of is there");
    assertThat(
            house
                .db()
                .sql("select count(*) from ledger.reminder where state = 'ACCEPTED'")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void aChangeOfLanguageKeepsWhatIsPlanned() {
    UUID id = waiting(Samples.alert("PL", 100), PHONE);
    released(RELEASE, WINTER, 120);
    on(RELEASE);
    house.get(Alerts.class).tell(RELEASE);
    Change same = changed(id, Samples.alert("PL", 100));
    house.say(
        UUID.randomUUID(),
        new Change(
            id,
            same.proof(),
            same.baseVersion(),
            same.situation(),
            same.contacts(),
            same.wording(),
            Language.RU,
            same.zone(),
            same.consents(),
            same.community(),
            same.codeWord()));
    house.store().advance(Duration.ofHours(7));
    house.deliver();
    assertThat(texts()).hasSize(3);
    assertThat(texts().getLast()).contains("о чём вы просили");
  }

  @Test
  void anAlertDoesNotBecomeAHouseholdNorAHouseholdAnAlert() {
    UUID id = waiting(Samples.alert("PL", 100), PHONE);
    house.say(UUID.randomUUID(), changed(id, Samples.passport("PL", SPRING)));
    assertThat(house.person(id).content().situation()).isEqualTo(Samples.alert("PL", 100));
  }

  private Change changed(UUID id, Situation situation) {
    var content = house.person(id).content();
    return new Change(
        id,
        code.proof(),
        house.person(id).version(),
        situation,
        List.of(new ContactChange.Keep(0)),
        content.wording(),
        content.language(),
        content.zone(),
        content.consents(),
        CommunityChange.KEEP,
        content.codeWord());
  }

  @Test
  void anAlertIsKeptForTwoYears() {
    UUID id = waiting(Samples.alert("PL", 100), PHONE);
    on(RELEASE.minusDays(20).plusYears(2));
    house.get(Retention.class).sweep();
    assertThat(house.get(Records.class).open(id).here()).isPresent();
    on(RELEASE.minusDays(19).plusYears(2));
    house.get(Retention.class).sweep();
    assertThat(house.get(Records.class).open(id).here()).isEmpty();
  }
}

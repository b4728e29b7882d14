package org.termin.notifier.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.BudgetKeys.Scope;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ContactChange;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.sealed.PersonView;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Resend;
import org.termin.contract.sealed.ViewSeal;
import org.termin.contract.words.Action;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.Situation;
import org.termin.database.Role;
import org.termin.notifier.Rooms;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Places;
import org.termin.notifier.record.Records;
import org.termin.notifier.verification.AtOnce;
import org.termin.notifier.verification.Budgets;
import org.termin.notifier.verification.Budgets.Claim;
import org.termin.notifier.verification.CodeSender;
import org.termin.notifier.verification.Costs;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/** What the owner of a receipt code may do, and what becomes of it. */
class OwnerTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Situation PASSPORT = Samples.passport("PL", LocalDate.of(2028, 3, 1));
  private static TestStore store;
  private static Rooms rooms;
  private final ReceiptCode code = ReceiptCode.random();
  private UUID id = UUID.randomUUID();

  @BeforeAll
  static void open() {
    store = TestStore.fresh();
    rooms = Rooms.on(store);
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  @BeforeEach
  void activate() {
    store.clear();
    store.freezeClock(NOW);
    rooms.outbox().clear();
    id = rooms.post(Samples.register(code, PASSPORT, Samples.polishPhone(1)));
    rooms.get(Intake.class).look(List.of(id));
    assertThat(confirm(0)).isEqualTo("DONE");
  }

  private String confirm(int slot) {
    return rooms.say(new Confirm(id, code.proof(), slot, rooms.outbox().digits(id, slot)));
  }

  private Person person() {
    return rooms.get(Records.class).open(id).here().orElseThrow();
  }

  private PersonRecord content() {
    return person().content();
  }

  private Change change(Situation situation, ContactChange... contacts) {
    PersonRecord now = content();
    return new Change(
        id,
        code.proof(),
        person().version(),
        situation,
        List.of(contacts),
        now.wording(),
        now.language(),
        now.zone(),
        now.consents(),
        CommunityChange.KEEP,
        now.codeWord());
  }

  private int rows(String where) {
    return rooms
        .db()
        .sql("select count(*) from ledger.reminder where " + where)
        .query(Integer.class)
        .single();
  }

  @Test
  void theReceiptCodeOpensTheirView() {
    var row =
        store
            .jdbc(Role.TRACKER)
            .sql("select id, version, view from people.person_view(:lookup)")
            .param("lookup", code.lookup().bytes())
            .query()
            .singleRow();
    PersonView view =
        ViewSeal.open(code.view(), id, (Integer) row.get("version"), (byte[]) row.get("view"))
            .opened()
            .orElseThrow();
    assertThat(view.state()).isEqualTo(RecordState.ACTIVE);
    assertThat(view.contacts().getFirst().state()).isEqualTo(ContactState.CONFIRMED);
    assertThat(view.contacts().getFirst().masked()).isEqualTo(Samples.polishPhone(1).masked());
  }

  @Test
  void anotherDateIsAnotherVersionWithItsOwnRows() {
    int before = rows("state = 'PLANNED'");
    assertThat(
            rooms.say(
                change(
                    Samples.passport("PL", LocalDate.of(2029, 3, 1)), new ContactChange.Keep(0))))
        .isEqualTo("DONE");
    assertThat(content().situation().document(1).orElseThrow().version()).isEqualTo(2);
    assertThat(rows("state = 'SUPERSEDED'")).isEqualTo(before - 1);
    assertThat(rows("state = 'PLANNED' and due_at > timestamptz '2028-01-01'")).isPositive();
  }

  @Test
  void theSameSituationKeepsItsVersionsAndRows() {
    int before = rows("state = 'PLANNED'");
    assertThat(rooms.say(change(PASSPORT, new ContactChange.Keep(0)))).isEqualTo("DONE");
    assertThat(person().version()).isEqualTo(3);
    assertThat(content().situation().document(1).orElseThrow().version()).isEqualTo(1);
    assertThat(rows("state = 'PLANNED'")).isEqualTo(before);
    assertThat(rows("state = 'SUPERSEDED'")).isZero();
  }

  @Test
  void whatWasPutOffStaysSoWhenSomebodyElseIsDeleted() {
    var both = Samples.family("PL", 2, LocalDate.of(2028, 3, 1));
    assertThat(both.documents()).extracting(HeldDocument::person).containsExactly(1, 2);
    rooms.say(change(both, new ContactChange.Keep(0)));
    store.freezeClock(Instant.parse("2027-12-01T09:00:00Z"));
    assertThat(rooms.say(Act.later(id, code.proof(), person().version(), 2, 4))).isEqualTo("DONE");
    var later = content().later();
    var undo = content().undo();
    assertThat(later).hasSize(1);
    var second = new Situation(both.country(), null, null, both.documents().subList(1, 2));
    assertThat(rooms.say(change(second, new ContactChange.Keep(0)))).isEqualTo("DONE");
    assertThat(content().situation().documents()).isEqualTo(both.documents().subList(1, 2));
    assertThat(content().later()).isEqualTo(later);
    assertThat(content().undo()).isEqualTo(undo);
  }

  @Test
  void movingRaisesEveryVersion() {
    assertThat(
            rooms.say(
                change(
                    Samples.passport("ES", LocalDate.of(2028, 3, 1)), new ContactChange.Keep(0))))
        .isEqualTo("DONE");
    assertThat(content().situation().document(1).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void aNewContactTakesOverOnceItIsConfirmed() {
    assertThat(rooms.say(change(PASSPORT, new ContactChange.Replace(0, Samples.mail(7)))))
        .isEqualTo("DONE");
    assertThat(content().contacts()).extracting(ContactSlot::slot).containsExactly(0, 1);
    assertThat(person().confirmed()).extracting(ContactSlot::slot).containsExactly(0);
    assertThat(confirm(1)).isEqualTo("DONE");
    assertThat(content().contacts()).extracting(ContactSlot::slot).containsExactly(1);
    assertThat(rooms.get(Places.class).of(Samples.polishPhone(1))).isEmpty();
    assertThat(rooms.get(Places.class).of(Samples.mail(7))).hasSize(1);
  }

  @Test
  void slotsAreNeverUsedAgain() {
    rooms.say(change(PASSPORT, new ContactChange.Keep(0), new ContactChange.Add(Samples.mail(1))));
    rooms.say(change(PASSPORT, new ContactChange.Keep(0)));
    rooms.say(change(PASSPORT, new ContactChange.Keep(0), new ContactChange.Add(Samples.mail(1))));
    assertThat(content().contacts()).extracting(ContactSlot::slot).containsExactly(0, 2);
  }

  @Test
  void aChangeMadeFromAnOlderPageIsStale() {
    Change late = change(PASSPORT, new ContactChange.Keep(0));
    rooms.say(Act.plain(id, code.proof(), person().version(), Action.PAUSE));
    assertThat(rooms.say(late)).isEqualTo("STALE");
    assertThat(person().state()).isEqualTo(RecordState.PAUSED);
  }

  @Test
  void equalContactsAreRefused() {
    assertThat(
            rooms.say(
                change(
                    PASSPORT,
                    new ContactChange.Keep(0),
                    new ContactChange.Add(Samples.polishPhone(1)))))
        .isEqualTo("INVALID");
    assertThat(person().version()).isEqualTo(2);
  }

  @Test
  void filingEndsTheFilingLadder() {
    assertThat(rooms.say(Act.on(id, code.proof(), 2, Action.FILED, 1, TODAY))).isEqualTo("DONE");
    assertThat(content().situation().document(1).orElseThrow().state())
        .isEqualTo(new DocumentState.Filed(TODAY));
    assertThat(rows("state = 'SUPERSEDED'")).isPositive();
  }

  @Test
  void nothingIsFiledTomorrow() {
    assertThat(rooms.say(Act.on(id, code.proof(), 2, Action.FILED, 1, TODAY.plusDays(1))))
        .isEqualTo("INVALID");
  }

  @Test
  void laterSilencesTheWeeksBetween() {
    store.freezeClock(Instant.parse("2027-12-01T09:00:00Z"));
    assertThat(rooms.say(Act.later(id, code.proof(), 2, 1, 4))).isEqualTo("DONE");
    assertThat(content().later()).hasSize(1);
    LocalDate until = content().later().getFirst().until();
    assertThat(until).isAfter("2027-12-01").isBeforeOrEqualTo("2027-12-29");
    assertThat(
            rows(
                "state = 'PLANNED' and (due_at at time zone 'UTC')::date = date '%s'"
                    .formatted(until)))
        .isEqualTo(1);
  }

  @Test
  void aPauseKeepsRowsAndResumingWakesThem() {
    assertThat(rooms.say(Act.plain(id, code.proof(), 2, Action.PAUSE))).isEqualTo("DONE");
    assertThat(person().state()).isEqualTo(RecordState.PAUSED);
    rooms
        .db()
        .sql("update ledger.reminder set state = 'RETRY_WAIT', wake_at = 'infinity'")
        .update();
    assertThat(rooms.say(Act.plain(id, code.proof(), 3, Action.RESUME))).isEqualTo("DONE");
    assertThat(rows("wake_at = 'infinity'")).isZero();
    assertThat(person().state()).isEqualTo(RecordState.ACTIVE);
  }

  @Test
  void aSampleGoesToTheConfirmedContactThreeTimesADay() {
    rooms.outbox().clear();
    assertThat(rooms.say(Act.plain(id, code.proof(), 2, Action.SAMPLE))).isEqualTo("DONE");
    assertThat(rooms.outbox().sent().getFirst().message()).isInstanceOf(AtOnce.Sample.class);
    assertThat(rooms.say(Act.plain(id, code.proof(), 2, Action.SAMPLE))).isEqualTo("DONE");
    assertThat(rooms.say(Act.plain(id, code.proof(), 2, Action.SAMPLE))).isEqualTo("LOCKED");
  }

  @Test
  void aNewReceiptCodeReplacesTheOld() {
    ReceiptCode next = ReceiptCode.random();
    assertThat(rooms.say(Act.newCode(id, code.proof(), 2, next))).isEqualTo("DONE");
    assertThat(rooms.say(Act.plain(id, code.proof(), 3, Action.PAUSE))).isEqualTo("WRONG");
    assertThat(rooms.say(Act.plain(id, next.proof(), 3, Action.PAUSE))).isEqualTo("DONE");
    assertThat(
            store
                .jdbc(Role.TRACKER)
                .sql("select count(*) from people.person_view(:lookup)")
                .param("lookup", code.lookup().bytes())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void whoeverFindsTheReceiptCodeCannotTakeAContactAwayWithoutAWord() {
    Contact old = content().slot(0).orElseThrow().contact();
    rooms.outbox().clear();
    rooms.say(change(PASSPORT, new ContactChange.Add(Samples.mail(1))));
    assertThat(notices()).containsExactly(old + " CONTACT_REPLACED");
  }

  /**
   * Sign-ups for other numbers can use up all that pages may send there, and nobody else is told.
   */
  private static void usesUpWhatPagesMaySend(Contact to) {
    Duration hour = Duration.ofHours(1);
    Duration day = Duration.ofDays(1);
    rooms
        .get(Budgets.class)
        .refused(
            List.of(
                new Claim(Scope.CODE_PREFIX, to.value().substring(0, 6), hour, 1_000, 1_000),
                new Claim(Scope.CODE_PREFIX_DAY, to.value().substring(0, 6), day, 1_000, 1_000),
                new Claim(Scope.CODE_COUNTRY, to.value().substring(0, 3), day, 1_000, 1_000),
                new Claim(Scope.CODE_MONEY, "", day, 1_000_000, 1_000_000)),
            NOW);
    assertThat(rooms.get(Costs.class).refused(Samples.polishPhone(99), NOW)).isPresent();
  }

  @Test
  void whoeverUsesUpWhatPagesMaySendDoesNotKeepTheWarningBack() {
    Contact old = content().slot(0).orElseThrow().contact();
    store.asAdmin("delete from people.budget");
    usesUpWhatPagesMaySend(old);
    rooms.outbox().clear();
    rooms.say(change(PASSPORT, new ContactChange.Add(Samples.mail(1))));
    assertThat(notices()).containsExactly(old + " CONTACT_REPLACED");
  }

  @Test
  void whoeverHasTheReceiptCodeCannotUseUpTheWarningByOtherMessages() {
    Contact old = content().slot(0).orElseThrow().contact();
    ReceiptCode last = code;
    for (int again = 0; again < 12; again++) {
      ReceiptCode next = ReceiptCode.random();
      rooms.say(Act.plain(id, last.proof(), person().version(), Action.SAMPLE));
      assertThat(rooms.say(Act.newCode(id, last.proof(), person().version(), next)))
          .isEqualTo("DONE");
      last = next;
    }
    assertThat(notices()).as("not for ever").hasSizeBetween(2, 4);
    rooms.outbox().clear();
    Change taken = change(PASSPORT, new ContactChange.Add(Samples.mail(1)));
    rooms.say(
        new Change(
            id,
            last.proof(),
            taken.baseVersion(),
            PASSPORT,
            taken.contacts(),
            taken.wording(),
            taken.language(),
            taken.zone(),
            taken.consents(),
            taken.community(),
            taken.codeWord()));
    assertThat(notices()).containsExactly(old + " CONTACT_REPLACED");
  }

  @Test
  void aNewReceiptCodeIsToldToEveryContact() {
    Contact old = content().slot(0).orElseThrow().contact();
    rooms.outbox().clear();
    rooms.say(Act.newCode(id, code.proof(), 2, ReceiptCode.random()));
    assertThat(notices()).containsExactly(old + " CHANGED_ON_PAGE");
  }

  private static List<String> notices() {
    return rooms.outbox().sent().stream()
        .flatMap(
            sent ->
                sent.message() instanceof AtOnce.Notice notice ? Stream.of(notice) : Stream.empty())
        .map(
            notice ->
                notice.person().content().slot(notice.slot()).orElseThrow().contact()
                    + " "
                    + notice.about())
        .toList();
  }

  @Test
  void erasingLeavesNothingThatCouldSpeak() {
    // from whatever page: erasing is never stale
    assertThat(rooms.say(Act.plain(id, code.proof(), 1, Action.ERASE))).isEqualTo("DONE");
    assertThat(rooms.get(Records.class).open(id).here()).isEmpty();
    assertThat(rows("state not in ('CANCELLED', 'SUPERSEDED')")).isZero();
    assertThat(
            rooms
                .db()
                .sql("select count(*) from people.contact_index")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(rooms.say(Act.plain(id, code.proof(), 1, Action.ERASE))).isEqualTo("WRONG");
  }

  @Test
  void anAddedContactThatNeverAnswersIsDroppedAfterADay() {
    rooms.say(change(PASSPORT, new ContactChange.Keep(0), new ContactChange.Add(Samples.mail(1))));
    rooms
        .get(org.termin.notifier.verification.Codes.class)
        .accepted(rooms.outbox().code(id, 1).attempt());
    store.advance(Duration.ofHours(25));
    rooms.get(Unanswered.class).sweep();
    assertThat(content().contacts()).extracting(ContactSlot::slot).containsExactly(0);
    assertThat(rooms.get(Places.class).of(Samples.mail(1))).isEmpty();
  }

  @Test
  void anAddedContactThatAskedForAnotherCodeIsKeptWhileThatWaits() {
    rooms.say(change(PASSPORT, new ContactChange.Keep(0), new ContactChange.Add(Samples.mail(1))));
    for (int again = 0; again < 3; again++) {
      rooms
          .get(org.termin.notifier.verification.Codes.class)
          .accepted(rooms.outbox().code(id, 1).attempt());
      rooms.say(new Resend(id, code.proof(), 1));
    }
    store.advance(Duration.ofHours(25));
    rooms.get(Unanswered.class).sweep();
    assertThat(content().contacts()).extracting(ContactSlot::slot).containsExactly(0, 1);
    store.advance(Duration.ofHours(47));
    rooms.get(CodeSender.class).sweep();
    assertThat(confirm(1)).isEqualTo("DONE");
  }
}

package org.termin.notifier.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Ref;
import org.termin.contract.sealed.SealedRef;
import org.termin.contract.words.Action;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.edition.Edition;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.pack.PackReader;
import org.termin.guidance.pack.Packs;
import org.termin.notifier.Rooms;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.edition.Editions;
import org.termin.notifier.intake.Intake;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

class NewRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Packs PACKS = Packs.load();
  private static final int PERMIT = 2;
  private static final TestStore STORE = TestStore.fresh();
  private final ReceiptCode code = ReceiptCode.random();
  private Rooms rooms;

  private record Standing(Ref ref, String state) {}

  @BeforeEach
  void begin() {
    STORE.clear();
    STORE.asAdmin("delete from app.edition");
    STORE.freezeClock(NOW);
    rooms = Rooms.on(STORE, edition(1, PACKS), Map.of());
  }

  @AfterEach
  void end() {
    rooms.close();
  }

  private static Edition edition(int number, Packs packs) {
    return Edition.of(packs.numbered(number));
  }

  private static Packs spain(UnaryOperator<String> edit) {
    return PACKS.with(Packs.read("ES", edit.apply(PackReader.text("packs/ES.yaml"))));
  }

  /** Spain, where a renewal is taken until so long before the end only. */
  private static Packs closing(String before) {
    return spain(text -> text.replace("by: [P0D]", "by: [" + before + "]"));
  }

  private UUID resident(String country) {
    LocalDate end = TODAY.plusMonths(8);
    Situation situation =
        new Situation(
            new Country(country),
            null,
            null,
            List.of(
                new HeldDocument(
                    1, 1, 1, DocumentType.PASSPORT, end.plusYears(3), DocumentState.HELD),
                new HeldDocument(
                    PERMIT, 1, 1, DocumentType.RESIDENCE_PERMIT, end, DocumentState.HELD)));
    UUID id = rooms.post(Samples.register(code, situation, Samples.mail(1)));
    rooms.get(Intake.class).look(List.of(id));
    rooms.say(new Confirm(id, code.proof(), 0, rooms.outbox().digits(id, 0)));
    return id;
  }

  /** A newer notifier starts and looks at everybody. */
  private int apply(int number, Packs packs) {
    rooms.close();
    rooms = rooms.again(edition(number, packs));
    return rooms.get(StalePlans.class).sweep();
  }

  private Person person(UUID id) {
    return rooms.get(Records.class).open(id).here().orElseThrow();
  }

  private int version(UUID id, int document) {
    return person(id).content().situation().document(document).orElseThrow().version();
  }

  private List<Standing> rows() {
    return rooms
        .db()
        .sql("select id, sealed_ref, state from ledger.reminder")
        .query(
            (row, _) ->
                new Standing(
                    SealedRef.open(
                            rooms.get(Keyring.class).ledger(),
                            row.getObject("id", UUID.class),
                            row.getBytes("sealed_ref"))
                        .opened()
                        .orElseThrow(),
                    row.getString("state")))
        .list();
  }

  private List<Standing> notices() {
    return rows().stream().filter(row -> StageNumber.isRulesChanged(row.ref().stage())).toList();
  }

  private List<Standing> waiting() {
    return notices().stream().filter(row -> row.state().equals("PLANNED")).toList();
  }

  private static CountryPack poland() {
    String text = PackReader.text("packs/PL.yaml");
    return Packs.read("PL", text.replaceFirst("days: 120", "days: 150"));
  }

  /** Two people whose permits end on one day. */
  private void family(int n) {
    LocalDate end = TODAY.plusMonths(8);
    Situation situation =
        new Situation(
            new Country("ES"),
            null,
            null,
            List.of(
                new HeldDocument(1, 1, 1, DocumentType.RESIDENCE_PERMIT, end, DocumentState.HELD),
                new HeldDocument(2, 1, 2, DocumentType.RESIDENCE_PERMIT, end, DocumentState.HELD)));
    ReceiptCode family = ReceiptCode.random();
    UUID id = rooms.post(Samples.register(family, situation, Samples.mail(n)));
    rooms.get(Intake.class).look(List.of(id));
    rooms.say(new Confirm(id, family.proof(), 0, rooms.outbox().digits(id, 0)));
  }

  private Map<UUID, Set<LocalDate>> dueDays() {
    return rooms
        .db()
        .sql("select id, sealed_ref, due_at from ledger.reminder")
        .query(
            (row, _) ->
                Map.entry(
                    SealedRef.open(
                            rooms.get(Keyring.class).ledger(),
                            row.getObject("id", UUID.class),
                            row.getBytes("sealed_ref"))
                        .opened()
                        .orElseThrow(),
                    row.getObject("due_at", OffsetDateTime.class).toLocalDate()))
        .list()
        .stream()
        .filter(row -> StageNumber.isRulesChanged(row.getKey().stage()))
        .collect(
            Collectors.groupingBy(
                row -> row.getKey().registration(),
                Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
  }

  private void tell() {
    STORE.asAdmin("update ledger.reminder set state = 'DELIVERED', wake_at = 'infinity'");
  }

  @Test
  void whoseDayMovesByAWeekIsToldOnceAndOnlyOfThatDocument() {
    UUID id = resident("ES");
    assertThat(apply(2, closing("P30D"))).isEqualTo(1);
    assertThat(notices())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.ref().document()).isEqualTo(PERMIT);
              assertThat(row.state()).isEqualTo("PLANNED");
            });
    assertThat(version(id, PERMIT)).isEqualTo(2);
    assertThat(version(id, 1)).isEqualTo(1);
    assertThat(person(id).plannedGuidance()).isEqualTo(2);
  }

  @Test
  void applyingAgainDoesNothing() {
    UUID id = resident("ES");
    apply(2, closing("P30D"));
    List<Standing> before = rows();
    assertThat(apply(2, closing("P30D"))).isZero();
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
    assertThat(version(id, PERMIT)).isEqualTo(2);
  }

  @Test
  void aSmallerMoveIsNotTold() {
    UUID id = resident("ES");
    apply(2, closing("P6D"));
    assertThat(notices()).isEmpty();
    assertThat(version(id, PERMIT)).isEqualTo(1);
    assertThat(person(id).plannedGuidance()).isEqualTo(2);
  }

  @Test
  void nobodyInAnotherCountryIsTouched() {
    UUID id = resident("PL");
    List<Standing> before = rows();
    apply(2, closing("P30D"));
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
    assertThat(person(id).plannedGuidance()).isEqualTo(2);
  }

  @Test
  void goingBackBeforeAnythingWasSaidSaysNothing() {
    UUID id = resident("ES");
    apply(2, closing("P30D"));
    apply(3, PACKS);
    assertThat(notices()).singleElement().extracting(Standing::state).isEqualTo("SUPERSEDED");
    assertThat(version(id, PERMIT)).isEqualTo(3);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void newsThatWaitOutliveEditionsAboutOtherCountries() {
    resident("ES");
    Packs spain = closing("P30D");
    apply(2, spain);
    apply(3, spain.with(poland()));
    apply(4, spain);
    assertThat(waiting()).singleElement();
  }

  @Test
  void goingBackPastOtherCountriesSaysNothingEither() {
    resident("ES");
    apply(2, closing("P30D"));
    apply(3, closing("P30D").with(poland()));
    apply(4, PACKS);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void documentsThatMoveTogetherAreToldOnOneDay() {
    // some minutes of today's band have passed
    STORE.freezeClock(Instant.parse("2026-11-23T12:30:00Z"));
    for (int n = 0; n < 8; n++) {
      family(n);
    }
    apply(2, closing("P30D"));
    assertThat(dueDays()).hasSize(8).allSatisfy((_, days) -> assertThat(days).hasSize(1));
  }

  @Test
  void goingBackCorrectsWhoWasTold() {
    UUID id = resident("ES");
    apply(2, closing("P30D"));
    tell();
    apply(3, PACKS);
    assertThat(notices())
        .extracting(row -> row.ref().documentVersion(), Standing::state)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(2, "DELIVERED"),
            org.assertj.core.groups.Tuple.tuple(3, "PLANNED"));
    assertThat(version(id, PERMIT)).isEqualTo(3);
  }

  @Test
  void goingOnBeforeAnythingWasSaidSaysItOnce() {
    resident("ES");
    apply(2, closing("P30D"));
    apply(3, closing("P60D"));
    assertThat(waiting()).singleElement();
  }

  @Test
  void whatWasSaidForTheOldDayIsPlannedAgainForTheNewOne() {
    resident("ES");
    tell();
    apply(2, closing("P30D"));
    assertThat(stagesOf(2))
        .isSubsetOf(stagesOf(1))
        .contains(StageNumber.START, StageNumber.ONE_WEEK, StageNumber.LAST_CALL);
  }

  private List<Integer> stagesOf(int version) {
    return rows().stream()
        .map(Standing::ref)
        .filter(ref -> ref.document() == PERMIT && ref.documentVersion() == version)
        .map(Ref::stage)
        .filter(stage -> stage != StageNumber.YOU_ARE_HERE && stage <= StageNumber.EXPIRED)
        .sorted()
        .toList();
  }

  @Test
  void whoChangesSomethingInBetweenIsToldAllTheSame() {
    UUID id = resident("ES");
    rooms.close();
    rooms = rooms.again(edition(2, closing("P30D")));
    rooms.say(new Act(id, code.proof(), person(id).version(), Action.LATER, PERMIT, null, 1, null));
    assertThat(person(id).plannedGuidance()).isEqualTo(1);
    rooms.get(StalePlans.class).sweep();
    assertThat(notices()).singleElement();
  }

  @Test
  void whoPausesIsToldAfterwards() {
    UUID id = resident("ES");
    rooms.say(
        new Act(id, code.proof(), person(id).version(), Action.PAUSE, null, null, null, null));
    assertThat(apply(2, closing("P30D"))).isZero();
    rooms.say(
        new Act(id, code.proof(), person(id).version(), Action.RESUME, null, null, null, null));
    assertThat(rooms.get(StalePlans.class).sweep()).isEqualTo(1);
    assertThat(notices()).singleElement();
  }

  @Test
  void aNotifierOfAnOlderReleaseKeepsToTheNewerRules() {
    UUID id = resident("ES");
    try (Rooms newer = rooms.again(edition(2, closing("P30D")))) {
      newer.get(StalePlans.class).sweep();
    }
    assertThat(rooms.get(Editions.class).of(person(id)).number()).isEqualTo(2);
    List<Standing> planned = rows();
    rooms.say(new Act(id, code.proof(), person(id).version(), Action.LATER, PERMIT, null, 2, null));
    assertThat(person(id).plannedGuidance()).isEqualTo(2);
    assertThat(rows()).containsAll(planned);
  }

  @Test
  void rulesThatNobodyCanCompareAreFollowedWithoutAWord() {
    UUID id = resident("ES");
    STORE.asAdmin("update app.edition set packs = 'x'");
    assertThat(apply(2, closing("P30D"))).isEqualTo(1);
    assertThat(notices()).isEmpty();
    assertThat(person(id).plannedGuidance()).isEqualTo(2);
  }

  @Test
  void changedPacksUnderAnOldNumberRaiseAnAlarm() {
    assertThat(rooms.get(Alarms.class).active()).doesNotContain(Alarm.RULES_UNNUMBERED);
    apply(1, closing("P30D"));
    assertThat(rooms.get(Alarms.class).active()).contains(Alarm.RULES_UNNUMBERED);
  }
}

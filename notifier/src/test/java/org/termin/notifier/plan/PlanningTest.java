package org.termin.notifier.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Ref;
import org.termin.contract.sealed.SealedRef;
import org.termin.contract.words.Country;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.ladder.Shift;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.Planner;
import org.termin.notifier.Rooms;
import org.termin.notifier.intake.Intake;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

class PlanningTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Guidance GUIDANCE = new Guidance(1, Map.of());
  private static TestStore store;
  private static Rooms rooms;

  @BeforeAll
  static void open() {
    store = TestStore.fresh();
    rooms = Rooms.on(store, GUIDANCE, Map.of());
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  @BeforeEach
  void empty() {
    store.clear();
    store.freezeClock(NOW);
    rooms.outbox().clear();
  }

  private record Planned(Ref ref, String state, Instant due, Instant notAfter, Instant wake) {}

  private UUID activate(Situation situation) {
    ReceiptCode code = ReceiptCode.random();
    UUID id = rooms.post(Samples.register(code, situation, Samples.mail(1)));
    rooms.get(Intake.class).look(List.of(id));
    rooms.say(new Confirm(id, code.proof(), 0, rooms.outbox().digits(id, 0)));
    return id;
  }

  private static List<Planned> rows() {
    Keyring keys = rooms.get(Keyring.class);
    return rooms
        .db()
        .sql("select id, sealed_ref, state, due_at, not_after, wake_at from ledger.reminder")
        .query(
            (row, _) ->
                new Planned(
                    SealedRef.open(
                            keys.ledger(),
                            row.getObject("id", UUID.class),
                            row.getBytes("sealed_ref"))
                        .opened()
                        .orElseThrow(),
                    row.getString("state"),
                    row.getObject("due_at", OffsetDateTime.class).toInstant(),
                    row.getObject("not_after", OffsetDateTime.class).toInstant(),
                    row.getObject("wake_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static List<Integer> stages(List<Planned> rows) {
    return rows.stream().map(row -> row.ref().stage()).sorted().toList();
  }

  private static Person person(UUID id) {
    return rooms.get(Records.class).open(id).here().orElseThrow();
  }

  private static void locked(UUID id, java.util.function.Consumer<Person> work) {
    rooms
        .get(TransactionTemplate.class)
        .executeWithoutResult(
            _ -> work.accept(rooms.get(Records.class).lock(id).here().orElseThrow()));
  }

  @Test
  void everyFutureStageOfThePlanHasARowOnItsMovedDay() {
    UUID id = activate(Samples.passport("LT", LocalDate.of(2029, 6, 1)));
    Person person = person(id);
    Plan plan = Planner.plan(person.content().situation(), GUIDANCE, LocalDate.of(2026, 11, 23));
    int days =
        SecretDays.of(
            rooms.get(Keyring.class).ledger(),
            person,
            person.content().situation().documents().getFirst());
    Map<Integer, LocalDate> expected =
        plan.slots().getFirst().stagesFor(false, true).stream()
            .collect(
                Collectors.toMap(
                    stage -> stage.number(),
                    stage ->
                        stage
                            .on()
                            .plusDays(stage.movesEarlier() ? -days : Shift.MOST_DAYS - days)));
    Map<Integer, LocalDate> written =
        rows().stream()
            .filter(row -> row.ref().stage() != StageNumber.CONFIRMATION)
            .collect(
                Collectors.toMap(
                    row -> row.ref().stage(),
                    row -> LocalDate.ofInstant(row.due(), ZoneOffset.UTC)));
    assertThat(written).isNotEmpty().isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PL", "GE", "US", "CA", "IL"})
  void everyRowIsDueInDaytimeEverywhere(String country) {
    activate(Samples.passport(country, LocalDate.of(2029, 6, 1)));
    boolean west = country.equals("US") || country.equals("CA");
    assertThat(rows().stream().filter(row -> row.ref().document() > 0))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(LocalTime.ofInstant(row.due(), ZoneOffset.UTC))
                    .isBetween(
                        west ? LocalTime.of(19, 0) : LocalTime.of(10, 0),
                        west ? LocalTime.of(21, 59) : LocalTime.of(14, 59)));
  }

  @Test
  void aRowKeepsUntilTheNextStageTakesOver() {
    activate(Samples.passport("LT", LocalDate.of(2029, 6, 1)));
    assertThat(rows())
        .allSatisfy(row -> assertThat(row.notAfter()).isAfter(row.due()))
        .allSatisfy(row -> assertThat(row.wake()).isEqualTo(row.due()));
  }

  @Test
  void whoComesLateHearsOnceWhereTheyAre() {
    activate(Samples.passport("LT", LocalDate.of(2026, 12, 20)));
    List<Integer> stages = stages(rows());
    assertThat(stages).contains(StageNumber.CONFIRMATION).contains(StageNumber.YOU_ARE_HERE);
    assertThat(rows())
        .filteredOn(row -> row.ref().document() > 0)
        .allSatisfy(row -> assertThat(row.due()).isAfter(NOW));
  }

  @Test
  void planningAgainChangesNothing() {
    UUID id = activate(Samples.passport("LT", LocalDate.of(2026, 12, 20)));
    List<Planned> before = rows();
    locked(id, person -> rooms.get(Planning.class).replan(person, NOW));
    assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void nothingPastIsToldAfterAnUndo() {
    UUID id = activate(Samples.passport("LT", LocalDate.of(2026, 12, 20)));
    locked(
        id,
        person -> {
          Situation situation = person.content().situation();
          Person undone =
              rooms
                  .get(Records.class)
                  .write(
                      person.with(
                          person
                              .content()
                              .with(situation.with(situation.documents().getFirst().next()))));
          rooms.get(Planning.class).replanAfterUndo(undone, NOW);
        });
    assertThat(rows())
        .filteredOn(row -> row.ref().stage() == StageNumber.YOU_ARE_HERE)
        .extracting(Planned::state)
        .containsExactly("SUPERSEDED");
  }

  @Test
  void whatWasDeferredKeepsItsLaterDay() {
    UUID id = activate(Samples.passport("LT", LocalDate.of(2029, 6, 1)));
    Planned one = rows().stream().filter(row -> row.ref().document() > 0).findFirst().orElseThrow();
    Instant later = one.due().plusSeconds(86_400);
    rooms
        .db()
        .sql(
            """
            update ledger.reminder set state = 'RETRY_WAIT', due_at = due_at - interval '1 day',
                   wake_at = :later::timestamptz where ref = :ref
            """)
        .param("later", later.toString())
        .param("ref", one.ref().key(rooms.get(Keyring.class).ledger()))
        .update();
    locked(id, person -> rooms.get(Planning.class).replan(person, NOW));
    Planned after =
        rows().stream().filter(row -> row.ref().equals(one.ref())).findFirst().orElseThrow();
    assertThat(after.due()).isEqualTo(one.due());
    assertThat(after.wake()).isEqualTo(later);
  }

  @Test
  void aStageOutOfTheHouseIsNeverPlannedAgain() {
    UUID id = activate(Samples.passport("LT", LocalDate.of(2029, 6, 1)));
    rooms.db().sql("update ledger.reminder set state = 'DELIVERED', wake_at = 'infinity'").update();
    int count = rows().size();
    locked(id, person -> rooms.get(Planning.class).replan(person, NOW));
    assertThat(rows()).hasSize(count).extracting(Planned::state).containsOnly("DELIVERED");
  }

  @Test
  void newGuidanceIsPlannedBySweeping() {
    activate(Samples.passport("LT", LocalDate.of(2029, 6, 1)));
    activate(
        new Situation(
            new Country("GE"),
            null,
            null,
            Samples.passport("GE", LocalDate.of(2028, 1, 1)).documents()));
    assertThat(rooms.get(StalePlans.class).sweep()).isZero();
    try (Rooms newer = rooms.again(new Guidance(2, Map.of()))) {
      assertThat(newer.get(StalePlans.class).sweep()).isEqualTo(2);
      assertThat(newer.get(StalePlans.class).sweep()).isZero();
    }
    assertThat(rooms.get(StalePlans.class).sweep()).isZero();
  }

  @Test
  void sweepingAnEmptyStoreFindsNothing() {
    assertThat(rooms.get(StalePlans.class).sweep()).isZero();
  }

  @Test
  void aHeldRecordDoesNotKeepOthersFromBeingPlanned() {
    UUID held = activate(Samples.passport("LT", LocalDate.of(2029, 6, 1)));
    activate(Samples.passport("LT", LocalDate.of(2029, 6, 1)));
    store.asAdmin("update people.record set record = 'x' where id = '%s'".formatted(held));
    try (Rooms newer = rooms.again(new Guidance(2, Map.of()))) {
      assertThat(newer.get(StalePlans.class).sweep()).isEqualTo(1);
    }
  }
}

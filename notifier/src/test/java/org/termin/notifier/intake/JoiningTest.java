package org.termin.notifier.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ContactChange;
import org.termin.contract.sealed.Opening.Opened;
import org.termin.contract.sealed.PersonView;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.ViewSeal;
import org.termin.contract.words.Consents;
import org.termin.contract.words.JoinCode;
import org.termin.notifier.Rooms;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/** A community is joined and left in the sealed record, and nowhere else does anything differ. */
class JoiningTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static TestStore store;
  private static Rooms rooms;
  private ReceiptCode code = ReceiptCode.random();
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
  void clear() {
    store.clear();
    store.freezeClock(NOW);
    rooms
        .db()
        .sql("insert into organiser.community (id, join_code) values (gen_random_uuid(), 'BUSEL')")
        .update();
  }

  private void signUp() {
    code = ReceiptCode.random();
    rooms.outbox().clear();
    id =
        rooms.post(
            Samples.register(
                code, Samples.passport("PL", LocalDate.of(2028, 3, 1)), Samples.polishPhone(1)));
    rooms.get(Intake.class).look(List.of(id));
    rooms.say(new Confirm(id, code.proof(), 0, rooms.outbox().digits(id, 0)));
  }

  private Person person() {
    return rooms.get(Records.class).open(id).here().orElseThrow();
  }

  private String wish(String wire) {
    var now = person().content();
    return rooms.say(
        new Change(
            id,
            code.proof(),
            person().version(),
            now.situation(),
            List.of(new ContactChange.Keep(0)),
            now.wording(),
            now.language(),
            now.zone(),
            new Consents(true, true),
            CommunityChange.of(wire),
            "ліпа"));
  }

  private record Traces(
      String answer,
      PersonView view,
      int version,
      int recordBytes,
      int viewBytes,
      int reminders,
      int messages) {}

  private record Row(byte[] record, byte[] view, int version) {}

  /** Whatever anybody but the notifier could hold beside the wish itself. */
  private Traces traces(String wire) {
    clear();
    signUp();
    String answer = wish(wire);
    Row row =
        rooms
            .db()
            .sql("select record, view, version from people.record where id = ?")
            .param(id)
            .query(Row.class)
            .single();
    if (!(ViewSeal.open(code.view(), id, row.version(), row.view())
        instanceof Opened<PersonView>(var view))) {
      throw new AssertionError("the view does not open");
    }
    int reminders =
        rooms
            .db()
            .sql("select count(*) from ledger.reminder where state = 'PLANNED'")
            .query(Integer.class)
            .single();
    return new Traces(
        answer,
        view,
        row.version(),
        row.record().length,
        row.view().length,
        reminders,
        rooms.outbox().sent().size());
  }

  @Test
  void nothingDiffersButTheSealedRecord() {
    assertThat(Stream.of("BUSEL", "NOBODYS-1", "none", "keep").map(this::traces).distinct())
        .singleElement()
        .satisfies(one -> assertThat(one.answer()).isEqualTo("DONE"));
  }

  @ParameterizedTest
  @CsvSource({
    "BUSEL,           BUSEL",
    "BUSEL keep,      BUSEL",
    "BUSEL none,      ",
    "BUSEL OTHER,     OTHER",
    "BUSEL none BUSEL, BUSEL",
    "none,            "
  })
  void theLastWishStands(String wishes, @Nullable String left) {
    signUp();
    for (String one : wishes.split(" ")) {
      assertThat(wish(one)).isEqualTo("DONE");
    }
    assertThat(person().content().community()).isEqualTo(left == null ? null : new JoinCode(left));
  }
}

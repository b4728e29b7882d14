package org.termin.notifier.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.sealed.Opening.Opened;
import org.termin.contract.sealed.PersonView;
import org.termin.contract.sealed.ViewSeal;
import org.termin.contract.words.JoinCode;
import org.termin.contract.words.Situation;
import org.termin.notifier.Rooms;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/** A community is joined and left in the sealed record, and nowhere else does anything differ. */
class JoiningTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static TestStore store;
  private static Rooms rooms;
  private static final Situation PASSPORT = Samples.passport("PL", LocalDate.of(2028, 3, 1));

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

  private static String wish(Resident resident, String wire) {
    return resident.change(PASSPORT, true, CommunityChange.of(wire));
  }

  private record Traces(
      String answer,
      PersonView view,
      int versions,
      int recordBytes,
      int viewBytes,
      int reminders,
      int messages) {}

  private record Row(byte[] record, byte[] view, int version) {}

  /** Whatever anybody but the notifier could hold beside the wish itself. */
  private Traces traces(Resident resident, String wire) {
    int before = resident.person().version();
    String answer = wish(resident, wire);
    Row row =
        rooms
            .db()
            .sql("select record, view, version from people.record where id = ?")
            .param(resident.id())
            .query(Row.class)
            .single();
    if (!(ViewSeal.open(resident.code().view(), resident.id(), row.version(), row.view())
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
        row.version() - before,
        row.record().length,
        row.view().length,
        reminders,
        rooms.outbox().sent().size());
  }

  @Test
  void nothingDiffersButTheSealedRecord() {
    Resident resident = Resident.in(rooms, PASSPORT);
    assertThat(
            Stream.of("BUSEL", "NOBODYS-1", "keep", "none", "none")
                .map(wire -> traces(resident, wire))
                .distinct())
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
    Resident resident = Resident.in(rooms, PASSPORT);
    for (String one : wishes.split(" ")) {
      assertThat(wish(resident, one)).isEqualTo("DONE");
    }
    assertThat(resident.content().community()).isEqualTo(left == null ? null : new JoinCode(left));
  }
}

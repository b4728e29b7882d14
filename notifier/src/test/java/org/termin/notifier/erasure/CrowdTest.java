package org.termin.notifier.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Resend;
import org.termin.contract.words.Contact;
import org.termin.guidance.Guidance;
import org.termin.notifier.Rooms;
import org.termin.notifier.intake.Intake;
import org.termin.notifier.verification.Codes;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

class CrowdTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final int MOST = 20;
  private static TestStore store;
  private static Rooms rooms;

  @BeforeAll
  static void open() {
    store = TestStore.fresh();
    rooms =
        Rooms.on(
            store,
            new Guidance(1, Map.of()),
            Map.of("termin.unconfirmed.most", MOST, "termin.codes.prefix", "10"));
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

  private static UUID signUp(ReceiptCode code, Contact contact) {
    UUID id =
        rooms.post(
            Samples.register(code, Samples.passport("PL", LocalDate.of(2028, 3, 1)), contact));
    rooms.get(Intake.class).look(List.of(id));
    return id;
  }

  private static List<UUID> mails(int from, int many) {
    List<UUID> ids = new ArrayList<>();
    for (int n = from; n < from + many; n++) {
      ids.add(signUp(ReceiptCode.random(), Samples.mail(n)));
    }
    return ids;
  }

  private static Collection<UUID> there() {
    return new HashSet<>(rooms.db().sql("select id from people.record").query(UUID.class).list());
  }

  @Test
  void manyMayWait() {
    mails(0, MOST);
    store.advance(Duration.ofHours(1));
    assertThat(rooms.get(Crowd.class).sweep()).isZero();
    assertThat(there()).hasSize(MOST);
  }

  @Test
  void beyondThatSomeLeaveByLotWithAllThatPointsToThem() {
    List<UUID> all = mails(0, 3 * MOST);
    store.advance(Duration.ofHours(1));
    assertThat(rooms.get(Crowd.class).sweep()).isEqualTo(2 * MOST);
    assertThat(all).containsAll(there());
    // neither the first nor the last ones: the chance that a lot does that is one in 10 to the 15th
    assertThat(there()).isNotEqualTo(new HashSet<>(all.subList(0, MOST)));
    assertThat(there()).isNotEqualTo(new HashSet<>(all.subList(2 * MOST, 3 * MOST)));
    for (String table : List.of("people.contact_index", "people.verification")) {
      assertThat(rooms.db().sql("select count(*) from " + table).query(Long.class).single())
          .isEqualTo(MOST);
    }
  }

  @Test
  void nobodyWhoConfirmedLeaves() {
    ReceiptCode code = ReceiptCode.random();
    UUID mine = signUp(code, Samples.mail(1_000));
    rooms.say(new Confirm(mine, code.proof(), 0, rooms.outbox().digits(mine, 0)));
    mails(0, 3 * MOST);
    store.advance(Duration.ofHours(1));
    rooms.get(Crowd.class).sweep();
    assertThat(there()).hasSize(MOST + 1).contains(mine);
  }

  @Test
  void whoeverMayTypeACodeNowOrWroteForTheirsLeavesLast() {
    mails(0, 3 * MOST);
    for (int n = 0; n < 10; n++) {
      signUp(ReceiptCode.random(), Samples.polishPhone(n));
    }
    UUID caller = signUp(ReceiptCode.random(), Samples.polishPhone(10));
    rooms
        .db()
        .sql("update people.verification set called_in = true where registration = ?")
        .param(caller)
        .update();
    store.advance(Duration.ofMinutes(20));
    List<UUID> fresh = mails(1_000, 5);
    rooms.get(Crowd.class).sweep();
    assertThat(there()).hasSize(MOST).contains(caller).containsAll(fresh);
  }

  /** Asks for another code until the address has had all of the day's, and one more waits. */
  private static UUID asksAgainAndAgain(ReceiptCode code, Contact contact) {
    UUID id = signUp(code, contact);
    for (int again = 0; again < 3; again++) {
      asksAgain(id, code);
    }
    return id;
  }

  private static void asksAgain(UUID id, ReceiptCode code) {
    rooms.say(new Resend(id, code.proof(), 0));
  }

  @Test
  void whoeverAsksAgainWhileTheyMayTypeACodeKeepsThePlace() {
    mails(0, 3 * MOST);
    store.advance(Duration.ofMinutes(20));
    List<UUID> typing = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      ReceiptCode code = ReceiptCode.random();
      UUID id = signUp(code, Samples.mail(1_000 + n));
      typing.add(id);
      asksAgain(id, code);
      asksAgain(id, code);
      store.advance(Duration.ofMinutes(1));
      if (n % 2 == 0) {
        rooms.get(Codes.class).accepted(rooms.outbox().code(id, 0).attempt());
      }
      asksAgain(id, code);
      asksAgain(id, code);
    }
    store.advance(Duration.ofMinutes(6));
    rooms.get(Crowd.class).sweep();
    assertThat(there()).hasSize(MOST).containsAll(typing);
  }

  @Test
  void askingAgainHoldsNoPlaceWithoutACode() {
    Map<UUID, ReceiptCode> script = new HashMap<>();
    for (int n = 0; n < 3 * MOST; n++) {
      ReceiptCode code = ReceiptCode.random();
      script.put(asksAgainAndAgain(code, Samples.mail(n)), code);
    }
    store.advance(Duration.ofMinutes(20));
    script.forEach(CrowdTest::asksAgain);
    List<UUID> fresh = mails(1_000, 8);
    rooms.get(Crowd.class).sweep();
    assertThat(there()).hasSize(MOST).containsAll(fresh);
  }

  @Test
  void twoNotifiersTogetherTakeAwayNoMoreThanOne() throws Exception {
    mails(0, 2 * MOST);
    store.advance(Duration.ofHours(1));
    Crowd crowd = rooms.get(Crowd.class);
    try (var pool = Executors.newFixedThreadPool(4)) {
      Callable<Integer> sweep = crowd::sweep;
      int left =
          pool.invokeAll(List.of(sweep, sweep, sweep, sweep)).stream()
              .mapToInt(Future::resultNow)
              .sum();
      assertThat(left).isEqualTo(MOST);
    }
    assertThat(there()).hasSize(MOST);
  }

  @Test
  void theLogOfStopsDoesNotGrowInstead() throws Exception {
    mails(0, 2 * MOST);
    store.advance(Duration.ofHours(1));
    var log = rooms.keyFolder().resolve("stops.log");
    long before = Files.exists(log) ? Files.size(log) : 0;
    rooms.get(Crowd.class).sweep();
    assertThat(Files.exists(log) ? Files.size(log) : 0).isEqualTo(before);
  }
}

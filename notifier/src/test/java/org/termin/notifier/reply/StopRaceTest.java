package org.termin.notifier.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.contract.event.ExpiryDue;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Tokens;
import org.termin.contract.words.Action;
import org.termin.contract.words.Contact;
import org.termin.guidance.ladder.Shift;
import org.termin.notifier.House;
import org.termin.notifier.delivery.Attempts;
import org.termin.notifier.delivery.Delivery;
import org.termin.notifier.delivery.Rows;
import org.termin.notifier.keys.Keyring;
import org.termin.testkit.Figures;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;
import org.termin.testkit.sms.Post;

/**
 * R11: stop means stop. People with a due reminder stop, erase themselves or say "done" while two
 * notifiers claim it.
 *
 * <p>Who came first is what the database says, not a clock of ours: a trigger keeps the snapshot of
 * each stop's own statement, taken while it holds the record's lock, and the transaction of each
 * claim. A claim that this snapshot does not see did not commit before the stop.
 */
class StopRaceTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final int SLICE = 20;
  private static final TestStore STORE = TestStore.fresh();
  private static final House HOUSE =
      House.on(STORE, Map.of("termin.reminders.money", "1000000000"));

  private static final String WITNESS =
      """
      create schema witness;
      grant usage on schema witness to notifier;
      create table witness.stop (registration uuid primary key, snapshot pg_snapshot not null);
      create table witness.claim (attempt uuid primary key, xid xid8 not null);
      create function witness.stopped() returns trigger language plpgsql security definer as $$ begin
        insert into witness.stop values (old.id, pg_current_snapshot()) on conflict do nothing;
        return null;
      end $$;
      create function witness.claimed() returns trigger language plpgsql security definer as $$ begin
        insert into witness.claim values (new.id, pg_current_xact_id());
        return null;
      end $$;
      create trigger stopped after update on people.record
        for each row when (old.version < new.version) execute function witness.stopped();
      create trigger erased after delete on people.record
        for each row execute function witness.stopped();
      create trigger claimed after insert on ledger.attempt
        for each row when (new.kind = 'REMINDER') execute function witness.claimed();
      grant select on all tables in schema witness to notifier;
      """;

  private enum How {
    STOP,
    ERASE,
    DONE
  }

  private record Runner(UUID id, ReceiptCode code, Contact phone, How how) {}

  @AfterAll
  static void close() {
    HOUSE.close();
  }

  @Test
  @Timeout(3_000)
  void noClaimCommitsAfterTheStopHas() throws Exception {
    int races = Figures.size("races", 60, 1_000);
    long seed = Figures.seed("R11");
    Random random = new Random(seed);
    STORE.freezeClock(NOW);
    List<Runner> runners = new ArrayList<>();
    for (int n = 0; n < races; n++) {
      runners.add(signedUp(n, How.values()[random.nextInt(3)]));
    }
    HOUSE.deliver();
    STORE.freezeClock(everybodysFirstStage());
    Map<UUID, List<ExpiryDue>> due = byPerson(HOUSE.scan());
    assertThat(due).hasSize(races);
    STORE.asAdmin(WITNESS);

    int after = 0;
    try (House other = HOUSE.beside()) {
      for (int from = 0; from < races; from += SLICE) {
        List<Runner> slice = runners.subList(from, Math.min(races, from + SLICE));
        after += race(other, slice, due, random);
      }
    }
    judge(runners, seed, after);
  }

  /** A Tuesday morning by which the first stage of every passport is due, whatever the jitter. */
  private static Instant everybodysFirstStage() {
    return HOUSE
        .db()
        .sql("select min(wake_at)::date from ledger.reminder where state = 'PLANNED'")
        .query(LocalDate.class)
        .single()
        .plusDays(Shift.MOST_DAYS + 2L)
        .with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY))
        .atTime(10, 0)
        .toInstant(ZoneOffset.UTC);
  }

  private static Map<UUID, List<ExpiryDue>> byPerson(List<ExpiryDue> due) {
    Map<UUID, ExpiryDue> byId =
        due.stream().collect(Collectors.toMap(ExpiryDue::reminderId, one -> one));
    return HOUSE.get(Rows.class).rows(byId.keySet()).stream()
        .collect(
            Collectors.groupingBy(
                row -> row.ref().registration(),
                Collectors.mapping(
                    row -> Objects.requireNonNull(byId.get(row.id())), Collectors.toList())));
  }

  /** Two notifiers claim while everybody stops; how many requests began after their stop. */
  private static int race(
      House other, List<Runner> slice, Map<UUID, List<ExpiryDue>> due, Random random)
      throws Exception {
    List<ExpiryDue> events =
        new ArrayList<>(slice.stream().flatMap(runner -> due.get(runner.id()).stream()).toList());
    Collections.shuffle(events, random);
    List<Runner> stopping = new ArrayList<>(slice);
    Collections.shuffle(stopping, random);
    Map<Runner, Integer> versions =
        slice.stream().collect(Collectors.toMap(r -> r, r -> HOUSE.person(r.id()).version()));
    long head = random.nextLong(40_000_000);
    Map<Runner, Integer> told = new ConcurrentHashMap<>();
    CountDownLatch go = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> running = new ArrayList<>();
      for (House notifier : List.of(HOUSE, other)) {
        running.add(
            threads.submit(() -> after(go, 0, () -> notifier.get(Delivery.class).take(events))));
      }
      for (int half = 0; half < 2; half++) {
        List<Runner> mine =
            stopping.subList(half * stopping.size() / 2, (half + 1) * stopping.size() / 2);
        running.add(
            threads.submit(
                () ->
                    after(
                        go,
                        head,
                        () ->
                            mine.forEach(
                                runner -> {
                                  stop(runner, Objects.requireNonNull(versions.get(runner)));
                                  told.put(runner, reminders(runner));
                                }))));
      }
      go.countDown();
      for (Future<?> one : running) {
        one.get();
      }
    }
    HOUSE.quiet();
    other.quiet();
    return slice.stream().mapToInt(runner -> reminders(runner) - told.get(runner)).sum();
  }

  /** The claims get a head start of a few milliseconds, so that neither side always wins. */
  private static void after(CountDownLatch go, long nanos, Runnable work) {
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    long start = System.nanoTime();
    while (System.nanoTime() - start < nanos) {
      Thread.onSpinWait();
    }
    work.run();
  }

  private static void stop(Runner runner, int version) {
    switch (runner.how()) {
      case STOP ->
          HOUSE.provider().reply("/callbacks/door/sms/reply", runner.phone().value(), "стоп");
      case ERASE ->
          HOUSE.post(Act.plain(runner.id(), runner.code().proof(), version, Action.ERASE));
      case DONE ->
          HOUSE.post(Act.on(runner.id(), runner.code().proof(), version, Action.DONE, 1, null));
    }
  }

  /** Requests to that phone that belong to a claim. */
  private static int reminders(Runner runner) {
    Set<UUID> claims =
        new HashSet<>(HOUSE.db().sql("select attempt from witness.claim").query(UUID.class).list());
    return (int)
        HOUSE.provider().postsTo(runner.phone().value()).stream()
            .filter(post -> claims.contains(attempt(post)))
            .count();
  }

  private static UUID attempt(Post post) {
    String address = post.statusCallback().orElseThrow();
    return Tokens.attempt(
            HOUSE.get(Keyring.class).ledger(),
            Tokens.Use.CALLBACK,
            address.substring(address.indexOf("d=") + 2))
        .orElseThrow();
  }

  private static void judge(List<Runner> runners, long seed, int after) {
    int claimed = count("select count(*) from witness.claim");
    Set<UUID> afterStop = new HashSet<>();
    Map<UUID, UUID> people = new HashMap<>();
    for (UUID id : HOUSE.db().sql("select attempt from witness.claim").query(UUID.class).list()) {
      people.put(id, HOUSE.get(Attempts.class).find(id).orElseThrow().contents().registration());
    }
    people.forEach(
        (attempt, person) -> {
          boolean before =
              HOUSE
                  .db()
                  .sql(
                      """
                      select pg_visible_in_snapshot(c.xid, s.snapshot)
                        from witness.claim c, witness.stop s
                       where c.attempt = :attempt and s.registration = :person
                      """)
                  .param("attempt", attempt)
                  .param("person", person)
                  .query(Boolean.class)
                  .single();
          if (!before) {
            afterStop.add(attempt);
          }
        });
    int requests = runners.stream().mapToInt(StopRaceTest::reminders).sum();
    // and for half a year nobody who stopped hears anything
    STORE.freezeClock(HOUSE.store().now().plus(Duration.ofDays(1)));
    HOUSE.liveUntil(HOUSE.store().now().plus(Duration.ofDays(180)));
    int later = runners.stream().mapToInt(StopRaceTest::reminders).sum() - requests;

    boolean pass = afterStop.isEmpty() && requests <= claimed && later == 0;
    Figures.record(
        "R11",
        "stop, erase and done against the claim, two notifiers",
        seed,
        "mvn -Preliability verify -pl notifier -am -Dtest=StopRaceTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false",
        "%d races: %d claims first, %d stops first; claims committed after the stop: %d; requests that began after it, of claims before it: %d of %d; requests in the half year after: %d"
            .formatted(
                runners.size(),
                claimed - afterStop.size(),
                runners.size() - claimed,
                afterStop.size(),
                after,
                requests,
                later),
        pass);
    assertThat(count("select count(*) from witness.stop")).isEqualTo(runners.size());
    assertThat(afterStop).isEmpty();
    assertThat(requests).isEqualTo(claimed);
    assertThat(later).isZero();
    if (Figures.full()) {
      assertThat(claimed).as("neither side always wins").isBetween(1, runners.size() - 1);
    }
  }

  private static int count(String sql) {
    return HOUSE.db().sql(sql).query(Integer.class).single();
  }

  private static Runner signedUp(int n, How how) {
    ReceiptCode code = ReceiptCode.random();
    Contact phone = Samples.polishPhone(n);
    UUID id =
        HOUSE.register(
            code, Samples.register(code, Samples.passport("LT", LocalDate.of(2027, 4, 10)), phone));
    return new Runner(id, code, phone, how);
  }
}

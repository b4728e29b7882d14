package org.termin.notifier.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Contact;
import org.termin.notifier.House;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.testkit.Figures;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;
import org.termin.testkit.sms.Post;

/**
 * Whoever writes every table can keep people from being told, but not have anything opened under
 * other values, nor reach a number that its owner did not confirm, nor change what anybody reads.
 */
class OverwrittenTablesTest {
  // a Monday morning in Warsaw
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final int PEOPLE = Figures.size("overwritten", 12, 1_000);
  private static final int DUE = Math.min(20, PEOPLE);
  private static final int OTHERS = Math.max(3, PEOPLE / 50);
  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
  private static House house;

  private final Map<UUID, Person> before = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private final Map<String, String> rightTexts = new HashMap<>();
  private final Set<String> pending = new HashSet<>();
  private final Set<String> stopped = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private int opened;
  private int texts;
  private int foreign;

  @BeforeAll
  static void open() {
    house = House.on(TestStore.fresh(), Map.of("termin.sms.rate", "100000"));
    house.store().freezeClock(NOW);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void nothingIsOpenedUnderOtherValuesAndNoForeignNumberIsReached() {
    int next = 0;
    for (; next < PEOPLE - DUE; next++) {
      signUp(next, true);
    }
    house.deliver();
    for (; next < PEOPLE; next++) {
      signUp(next, true);
    }
    for (; next < PEOPLE + OTHERS; next++) {
      pending.add(signUp(next, false));
    }
    for (; next < PEOPLE + 2 * OTHERS; next++) {
      stopped.add(signUp(next, true));
      house.reply(Samples.polishPhone(next), "STOP");
    }
    remember();
    Tables tables = new Tables(house.store());
    tables.keep();
    run();
    house.provider().posts().stream()
        .filter(post -> !CODE.matcher(post.body()).find() && !stopped.contains(post.to()))
        .forEach(post -> rightTexts.put(post.to(), post.body()));
    assertThat(rightTexts).as("without an attack everybody active is told").hasSize(PEOPLE);

    List<Overwriting> attacks = tables.attacks();
    int done = 0;
    for (Overwriting attack : attacks) {
      tables.putBack();
      house.provider().reset();
      if (tables.suffer(attack)) {
        done++;
        judgeRecords(attack);
        run();
        judgePosts(attack);
      }
    }
    Figures.record(
        "S2",
        "Every column of every table about people overwritten by the superuser",
        0,
        "mvn -Preliability -pl notifier -am verify -Dtest=OverwrittenTablesTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false",
        ("%,d active people, %d unconfirmed, %d stopped; %d columns, %d ways to overwrite them (%d"
             + " more the tables refuse): %d records opened under other values; of %,d texts sent"
             + " meanwhile %d to a foreign, unconfirmed or stopped number or with other words")
            .formatted(
                PEOPLE,
                OTHERS,
                OTHERS,
                tables.columns(),
                done,
                attacks.size() - done,
                opened,
                texts,
                foreign),
        faults.isEmpty());
    assertThat(faults).isEmpty();
  }

  private String signUp(int n, boolean confirmed) {
    ReceiptCode code = ReceiptCode.random();
    Contact phone = Samples.polishPhone(n);
    var register =
        Samples.register(code, Samples.passport("PL", LocalDate.of(2028, 1, 1).plusDays(n)), phone);
    UUID id = UUID.randomUUID();
    house.say(id, register);
    if (confirmed) {
      house.confirm(id, code, 0, phone);
    }
    return phone.value();
  }

  private void remember() {
    List<UUID> ids = house.db().sql("select id from people.record").query(UUID.class).list();
    house
        .get(Records.class)
        .open(ids)
        .forEach((id, found) -> before.put(id, found.here().orElseThrow()));
    before
        .values()
        .forEach(
            person ->
                person
                    .content()
                    .contacts()
                    .forEach(
                        slot -> words.put(slot.contact().value(), person.content().codeWord())));
  }

  /** What a notifier does by itself, and one round of what is due. */
  private void run() {
    try {
      house.runWhateverIsScheduled();
      house.deliver();
    } catch (RuntimeException stopped) {
      // nobody is told then, which whoever writes the tables can have anyway
      house.quiet();
    }
  }

  private void judgeRecords(Overwriting attack) {
    List<UUID> ids = house.db().sql("select id from people.record").query(UUID.class).list();
    for (Map.Entry<UUID, Found> found : house.get(Records.class).open(ids).entrySet()) {
      found
          .getValue()
          .here()
          .ifPresent(
              now -> {
                Person then = before.get(found.getKey());
                if (then == null
                    || !then.content().equals(now.content())
                    || then.version() != now.version()
                    || then.state() != now.state()) {
                  opened++;
                  faults.add("opened: " + attack.name());
                }
              });
    }
  }

  private void judgePosts(Overwriting attack) {
    for (Post post : house.provider().posts()) {
      texts++;
      String word = words.get(post.to());
      boolean own = word != null && post.body().startsWith(word + ": ");
      boolean code = CODE.matcher(post.body()).find();
      boolean right =
          pending.contains(post.to()) ? code : post.body().equals(rightTexts.get(post.to()));
      if (!own || !right) {
        foreign++;
        faults.add(attack.name() + ": " + post.body());
      }
    }
  }
}

package org.termin.notifier.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.ladder.Shift;
import org.termin.notifier.Rooms;
import org.termin.notifier.intake.Intake;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

class SecretDaysTest {
  private static final LocalDate DAY = LocalDate.of(2029, 6, 1);
  private static Rooms rooms;
  private static int people;

  @BeforeAll
  static void open() {
    rooms = Rooms.on(TestStore.fresh(), new Guidance(1, Map.of()), Map.of());
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  private static List<Integer> days(Situation situation) {
    UUID id = rooms.post(Samples.register(ReceiptCode.random(), situation, Samples.mail(++people)));
    rooms.get(Intake.class).look(List.of(id));
    Person person = rooms.get(Records.class).open(id).here().orElseThrow();
    LedgerKeys keys = rooms.get(Keyring.class).ledger();
    return person.content().situation().documents().stream()
        .map(document -> SecretDays.of(keys, person, document))
        .toList();
  }

  /** Ten people whose passports end one day after the other. */
  private static Situation oneAfterTheOther() {
    return new Situation(
        new Country("LT"),
        null,
        null,
        IntStream.rangeClosed(1, 10)
            .mapToObj(
                n ->
                    new HeldDocument(
                        n, 1, n, DocumentType.PASSPORT, DAY.plusDays(n), DocumentState.HELD))
            .toList());
  }

  @Test
  void onePersonsDocumentsMoveTogether() {
    for (int n = 0; n < 5; n++) {
      assertThat(Set.copyOf(days(Samples.passportAndPermit("LT", DAY, DAY.plusDays(90)))))
          .hasSize(1);
    }
  }

  @Test
  void passportsOfOneDayMoveTogether() {
    assertThat(Set.copyOf(days(Samples.family("LT", 10, DAY)))).hasSize(1);
  }

  @Test
  void passportsOfOneFamilyThatEndOnOtherDaysMoveApart() {
    assertThat(Set.copyOf(days(oneAfterTheOther()))).hasSizeGreaterThan(1);
  }

  @Test
  void everyNumberOfDaysIsDrawnUpToTheMost() {
    Set<Integer> drawn = new TreeSet<>();
    for (int n = 0; n < 30; n++) {
      drawn.addAll(days(oneAfterTheOther()));
    }
    assertThat(drawn)
        .containsExactlyElementsOf(IntStream.rangeClosed(0, Shift.MOST_DAYS).boxed().toList());
  }
}

package org.termin.notifier.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Contact;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Language;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;
import org.termin.guidance.edition.Edition;
import org.termin.guidance.pack.PackReader;
import org.termin.guidance.pack.Packs;
import org.termin.notifier.Rooms;
import org.termin.notifier.edition.Editions;
import org.termin.notifier.intake.Intake;
import org.termin.notifier.plan.StalePlans;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.StoreClock;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

class RehearsalTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Packs PACKS = Packs.load();
  private static final TestStore STORE = TestStore.fresh();
  private Rooms rooms;

  @BeforeEach
  void begin() {
    STORE.clear();
    STORE.asAdmin("delete from app.edition");
    STORE.freezeClock(Instant.parse("2026-11-23T09:00:00Z"));
    rooms = Rooms.on(STORE, Edition.of(PACKS.numbered(1)), Map.of());
  }

  @AfterEach
  void end() {
    rooms.close();
  }

  private void resident(String country, Contact contact) {
    Situation situation =
        new Situation(
            new Country(country),
            null,
            null,
            List.of(
                new HeldDocument(
                    1,
                    1,
                    1,
                    DocumentType.RESIDENCE_PERMIT,
                    TODAY.plusMonths(8),
                    DocumentState.HELD)));
    ReceiptCode code = ReceiptCode.random();
    UUID id = rooms.post(Samples.register(code, situation, Wording.CLEAR, Language.BE, contact));
    rooms.get(Intake.class).look(List.of(id));
    rooms.say(new Confirm(id, code.proof(), 0, rooms.outbox().digits(id, 0)));
  }

  /** Spain, where a renewal is taken only until a month before the end. */
  private static Edition newer() {
    String text = PackReader.text("packs/ES.yaml").replace("by: [P0D]", "by: [P1M]");
    return Edition.of(PACKS.with(Packs.read("ES", text)).numbered(2));
  }

  private Outlook outlook(Rooms newer) {
    return new Rehearsal(
            newer.get(Records.class), newer.get(Editions.class), newer.get(StoreClock.class))
        .outlook();
  }

  @Test
  void itCountsWhoWouldBeToldAndWhatThatCostsAndTellsNobody() {
    for (int n = 0; n < 12; n++) {
      resident("ES", Samples.mail(n));
    }
    resident("ES", Samples.polishPhone(1));
    resident("PL", Samples.mail(99));
    List<String> before = ledger();
    try (Rooms newer = rooms.again(newer())) {
      Outlook outlook = outlook(newer);
      assertThat(outlook.countries())
          .containsEntry("ES", new Outlook.Row(13, 13, 13))
          .containsEntry("PL", new Outlook.Row(1, 0, 0));
      assertThat(outlook.messages(Channel.EMAIL)).isEqualTo(12);
      assertThat(outlook.messages(Channel.SMS)).isEqualTo(1);
      assertThat(outlook.segments()).isEqualTo(2);
      assertThat(outlook.languages()).containsExactly(Map.entry(Language.BE, 13));
    }
    assertThat(ledger()).isEqualTo(before);
  }

  private List<String> ledger() {
    return rooms
        .db()
        .sql(
            """
            select r::text from ledger.reminder r
            union all select version || '/' || planned_guidance from people.record order by 1
            """)
        .query(String.class)
        .list();
  }

  @Test
  void whatItForetoldIsWhatHappens() {
    resident("ES", Samples.mail(1));
    resident("LT", Samples.mail(2));
    try (Rooms newer = rooms.again(newer())) {
      int told = outlook(newer).all().told();
      int rows = ledger().size();
      newer.get(StalePlans.class).sweep();
      assertThat(told).isEqualTo(1);
      assertThat(ledger().size()).isGreaterThan(rows);
      assertThat(outlook(newer).alreadyCurrent()).isEqualTo(2);
      assertThat(outlook(newer).all().told()).isZero();
    }
  }

  @Test
  void numbersThatCouldPointAtSomebodyAreNotPrinted() {
    resident("ES", Samples.mail(1));
    try (Rooms newer = rooms.again(newer())) {
      assertThat(OutlookSheet.lines(outlook(newer)))
          .anyMatch(line -> line.matches("ES +under 11 +under 11 +under 11"))
          .anyMatch(line -> line.contains("under 11 mails"));
    }
  }

  @Test
  void aSumDoesNotTellWhatItsPartsKeepBack() {
    Outlook outlook = new Outlook();
    for (int n = 0; n < 36; n++) {
      outlook.compared(new Country("ES"), 1, true);
    }
    for (int n = 0; n < 7; n++) {
      outlook.compared(new Country("LT"), 0, true);
    }
    assertThat(OutlookSheet.lines(outlook))
        .anyMatch(line -> line.matches("LT +under 11 +0 +under 11"))
        .anyMatch(line -> line.matches("all +36\\+ +36 +36\\+"));
  }

  @Test
  void theSamplesSayWhatChanges() {
    try (Rooms newer = rooms.again(newer())) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      Editions editions = newer.get(Editions.class);
      StoreClock clock = newer.get(StoreClock.class);
      new Rehearsing(new Rehearsal(newer.get(Records.class), editions, clock), editions, clock)
          .say(new PrintStream(said, true, StandardCharsets.UTF_8));
      assertThat(said.toString(StandardCharsets.UTF_8))
          .contains("Rules of edition 2 in place of edition 1.")
          .contains("ES, both dates far away: apply by 2028-04-23, was 2028-05-23")
          .contains("  be, 2 segments: word: ")
          .contains("  en, ");
    }
  }
}

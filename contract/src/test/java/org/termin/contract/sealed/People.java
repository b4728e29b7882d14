package org.termin.contract.sealed;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.termin.contract.sealed.DeliveryNote.Told;
import org.termin.contract.words.AttemptState;
import org.termin.contract.words.Consents;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Hurdle;
import org.termin.contract.words.JoinCode;
import org.termin.contract.words.Language;
import org.termin.contract.words.Person;
import org.termin.contract.words.Sign;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;

/** One ordinary person and the largest household we accept. */
final class People {

  static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  static final ReceiptCode CODE = ReceiptCode.random();
  static final UUID ID = UUID.randomUUID();

  private People() {}

  static Situation oneInPoland() {
    return new Situation(
        new Country("PL"),
        null,
        null,
        List.of(
            new HeldDocument(
                1, 1, 1, DocumentType.PASSPORT, LocalDate.of(2027, 3, 14), DocumentState.HELD)));
  }

  static Situation largestHousehold() {
    String longest = "a".repeat(24);
    return new Situation(
        new Country("ES"),
        longest,
        longest,
        IntStream.rangeClosed(1, Situation.MOST)
            .mapToObj(
                i ->
                    new HeldDocument(
                        i + 200,
                        1_000,
                        i,
                        DocumentType.RESIDENCE_PERMIT,
                        LocalDate.of(2027, 12, 31),
                        new DocumentState.Filed(LocalDate.of(2026, 12, 31))))
            .toList(),
        IntStream.rangeClosed(1, Situation.MOST)
            .mapToObj(i -> new Person(i, false, Sign.FLOWER))
            .toList());
  }

  static Contact longestMail(int number) {
    String label = "a".repeat(59);
    String mail = "b".repeat(62) + number + "@" + (label + ".").repeat(3) + "example";
    return Contact.of(mail);
  }

  static PersonRecord ordinary() {
    return new PersonRecord(
        oneInPoland(),
        2,
        List.of(new ContactSlot(0, Contact.of("+48500600700"), ContactState.CONFIRMED, null)),
        1,
        3,
        Wording.DISCREET,
        Language.BE,
        ZoneId.of("Europe/Warsaw"),
        "бяроза",
        new Consents(true, false),
        null,
        CODE.view(),
        CODE.proofHash(),
        DAY,
        List.of(),
        List.of());
  }

  static PersonRecord largest() {
    Situation household = largestHousehold();
    return new PersonRecord(
        household,
        255,
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    new ContactSlot(
                        100 + i,
                        longestMail(i),
                        i < 2 ? ContactState.CONFIRMED : ContactState.AWAITING,
                        i < 2 ? null : 98 + i))
            .toList(),
        104,
        6,
        Wording.DISCREET,
        Language.BE,
        ZoneId.of("America/Argentina/ComodRivadavia"),
        "абвгдежзіклм",
        new Consents(true, true),
        new JoinCode("A".repeat(32)),
        CODE.view(),
        CODE.proofHash(),
        DAY,
        household.documents().stream()
            .map(held -> new Later(held.number(), held.version(), 40, DAY, DAY.plusWeeks(4)))
            .toList(),
        household.documents().stream()
            .map(held -> new Undo(DAY, held.number(), held.state()))
            .toList(),
        new Met(Hurdle.EXPIRED_PASSPORT, YearMonth.of(2026, 11)));
  }

  /** Newest first. */
  static List<DeliveryNote> deliveries(int count, Situation situation) {
    List<DeliveryNote> notes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      notes.add(
          DeliveryNote.of(
              UUID.randomUUID(),
              DAY.minusDays(i),
              0,
              AttemptState.UNDELIVERED,
              situation.documents().stream()
                  .map(held -> new Told(held.number(), held.version(), 27))
                  .toList()));
    }
    return notes;
  }
}

package org.termin.tracker.fuzz;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.ViewSeal;
import org.termin.contract.words.Consents;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Language;
import org.termin.contract.words.Person;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.Sign;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;
import org.termin.database.Role;
import org.termin.tracker.Door;

/**
 * A person who is registered already. Nobody reads the inbox of this door, so nothing anybody sends
 * ever changes them, and every request can be repeated alone.
 */
record Resident(UUID id, ReceiptCode code) {
  static Resident in(Door door) {
    Resident one = new Resident(UUID.randomUUID(), ReceiptCode.random());
    byte[] view =
        ViewSeal.seal(
            one.code().view(), one.id(), 1, one.content(door).view(RecordState.ACTIVE, List.of()));
    door.store
        .jdbc(Role.NOTIFIER)
        .sql(
            """
            insert into people.record (id, version, state, key_epoch, lookup, record, view)
            values (?, 1, ?, 7, ?, '\\x00', ?)
            """)
        .params(one.id(), RecordState.ACTIVE.code(), one.code().lookup().bytes(), view)
        .update();
    return one;
  }

  /** An adult and a child, a date to come, a permit without one, two contacts. */
  private PersonRecord content(Door door) {
    LocalDate today = LocalDate.ofInstant(door.store.now(), ZoneId.of("Europe/Warsaw"));
    var situation =
        new Situation(
            new Country("PL"),
            null,
            null,
            List.of(
                new HeldDocument(
                    1, 1, 1, DocumentType.PASSPORT, today.plusYears(2), DocumentState.HELD),
                new HeldDocument(2, 1, 2, DocumentType.RESIDENCE_PERMIT, null, DocumentState.HELD)),
            List.of(new Person(2, true, Sign.LEAF)));
    return new PersonRecord(
        situation,
        3,
        List.of(
            new ContactSlot(0, Contact.of("+48512345678"), ContactState.AWAITING, null),
            new ContactSlot(1, Contact.of("hanna@example.org"), ContactState.CONFIRMED, null)),
        2,
        3,
        Wording.CLEAR,
        Language.BE,
        ZoneId.of("Europe/Warsaw"),
        "ліпа",
        new Consents(true, true),
        null,
        code.view(),
        code.proofHash(),
        today,
        List.of(),
        List.of());
  }
}

package org.termin.notifier.canary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Consents;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Language;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;
import org.termin.notifier.plan.Planning;
import org.termin.notifier.record.Canaries;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.Tally;

/**
 * Makes the day's canary: a registration like any other, confirmed from the start, whose only
 * reason to speak is its confirmation. Its receipt code is thrown away, its contact is in no index
 * and it agreed to no count, so no reply, page or wave ever meets it.
 */
@Component
class Planting {

  /** Daytime in all of Europe, before the reminders of the day. */
  private static final LocalTime SENT = LocalTime.of(9, 30);

  private static final LocalTime LATEST = LocalTime.of(14, 0);

  private static final Duration LIFE = Duration.ofDays(2);

  private final TransactionTemplate transaction;
  private final Records records;
  private final Planning planning;
  private final Canaries canaries;
  private final Tally tally;

  Planting(
      TransactionTemplate transaction,
      Records records,
      Planning planning,
      Canaries canaries,
      Tally tally) {
    this.transaction = transaction;
    this.records = records;
    this.planning = planning;
    this.canaries = canaries;
    this.tally = tally;
  }

  /** Plans the day's message; false where the day is too far gone for one. */
  boolean plant(Contact contact, LocalDate day, Instant now) {
    if (now.isAfter(day.atTime(LATEST).toInstant(ZoneOffset.UTC))) {
      return false;
    }
    Instant usual = day.atTime(SENT).toInstant(ZoneOffset.UTC);
    Instant due = usual.isAfter(now) ? usual : now;
    return Boolean.TRUE.equals(
        transaction.execute(
            _ -> {
              ReceiptCode nobodys = ReceiptCode.random();
              UUID id = canaries.id(contact.channel(), day);
              Person person =
                  new Person(
                      id,
                      1,
                      RecordState.ACTIVE,
                      0,
                      0,
                      0,
                      due.plus(LIFE),
                      content(contact, day, nobodys),
                      List.of());
              boolean fresh = records.insert(person, nobodys.lookup());
              if (fresh) {
                tally.activated();
                planning.confirm(person, due);
                planning.replan(person, now);
              }
              return fresh;
            }));
  }

  private static PersonRecord content(Contact contact, LocalDate day, ReceiptCode nobodys) {
    // a document without an end: nothing is ever due about it
    HeldDocument document =
        new HeldDocument(1, 1, 1, DocumentType.TRAVEL_DOCUMENT, null, DocumentState.HELD);
    return new PersonRecord(
        new Situation(new Country("PL"), null, null, List.of(document)),
        2,
        List.of(new ContactSlot(0, contact, ContactState.CONFIRMED, null)),
        1,
        0,
        Wording.DISCREET,
        Language.EN,
        ZoneOffset.UTC,
        "Termin",
        new Consents(true, false),
        null,
        nobodys.view(),
        nobodys.proofHash(),
        day,
        List.of(),
        List.of());
  }
}

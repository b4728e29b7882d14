package org.termin.notifier.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
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
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Places;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.StoreClock;

/**
 * A crowd of confirmed people, each with a phone of their own, written as {@link Confirming} writes
 * them; only the codes are left out. The last one stands in the store when this returns.
 */
@Component
final class BulkSignUp implements ApplicationRunner {
  private static final int AT_ONCE = 200;

  private final Records records;
  private final Places places;
  private final CodeWordLot words;
  private final Planning planning;
  private final StoreClock clock;
  private final TransactionTemplate transaction;
  private final int people;

  BulkSignUp(
      Records records,
      Places places,
      CodeWordLot words,
      Planning planning,
      StoreClock clock,
      TransactionTemplate transaction,
      @Value("${termin.chaos.people}") int people) {
    this.records = records;
    this.places = places;
    this.words = words;
    this.planning = planning;
    this.clock = clock;
    this.transaction = transaction;
    this.people = people;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    IntStream.range(0, (people + AT_ONCE - 1) / AT_ONCE)
        .parallel()
        .forEach(
            lot ->
                transaction.executeWithoutResult(
                    _ -> {
                      Instant now = clock.now();
                      for (int n = lot * AT_ONCE; n < Math.min(people, (lot + 1) * AT_ONCE); n++) {
                        signUp(n, now);
                      }
                    }));
  }

  private void signUp(int n, Instant now) {
    ReceiptCode receipt = ReceiptCode.random();
    Contact phone = Contact.of("+48%d".formatted(512_000_000 + n));
    Person person = person(receipt, phone, now);
    if (!records.insert(person, receipt.lookup())) {
      throw new IllegalStateException("this person exists");
    }
    places.stand(phone, person.id(), 0);
    places.verified(person.id(), 0);
    planning.confirm(person, now);
    planning.replan(person, now);
  }

  private Person person(ReceiptCode receipt, Contact phone, Instant now) {
    Situation situation =
        new Situation(
            new Country("PL"),
            null,
            null,
            List.of(
                new HeldDocument(
                    1,
                    1,
                    1,
                    DocumentType.PASSPORT,
                    LocalDate.ofInstant(now, java.time.ZoneOffset.UTC).plusDays(700),
                    DocumentState.HELD)));
    PersonRecord content =
        new PersonRecord(
            situation,
            2,
            List.of(new ContactSlot(0, phone, ContactState.CONFIRMED, null)),
            1,
            3,
            Wording.CLEAR,
            Language.BE,
            java.time.ZoneId.of("Europe/Warsaw"),
            words.draw(Language.BE),
            new Consents(true, false),
            null,
            receipt.view(),
            receipt.proofHash(),
            LocalDate.ofInstant(now, java.time.ZoneOffset.UTC),
            List.of(),
            List.of());
    return new Person(UUID.randomUUID(), 1, RecordState.ACTIVE, 0, 0, 0, null, content, List.of());
  }
}

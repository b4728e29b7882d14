package org.termin.notifier.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
 * The residents of a file, confirmed and planned as {@link Confirming} does it; codes and the
 * confirmation are left out. One line each: contact, country, zone, language, and for each document
 * its person, type and last valid day.
 */
@Component
final class ResidentsSignUp implements ApplicationRunner {
  private static final int AT_ONCE = 200;
  private static final int JITTERS = 7;

  private final Records records;
  private final Places places;
  private final CodeWordLot words;
  private final Planning planning;
  private final StoreClock clock;
  private final TransactionTemplate transaction;
  private final Path file;

  ResidentsSignUp(
      Records records,
      Places places,
      CodeWordLot words,
      Planning planning,
      StoreClock clock,
      TransactionTemplate transaction,
      @Value("${termin.chaos.residents}") Path file) {
    this.records = records;
    this.places = places;
    this.words = words;
    this.planning = planning;
    this.clock = clock;
    this.transaction = transaction;
    this.file = file;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    List<String> lines = lines();
    IntStream.range(0, (lines.size() + AT_ONCE - 1) / AT_ONCE)
        .parallel()
        .forEach(
            lot ->
                transaction.executeWithoutResult(
                    _ -> {
                      Instant now = clock.now();
                      int end = Math.min(lines.size(), (lot + 1) * AT_ONCE);
                      for (int n = lot * AT_ONCE; n < end; n++) {
                        signUp(n, lines.get(n).split("\t"), now);
                      }
                    }));
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signUp(int n, String[] words, Instant now) {
    ReceiptCode receipt = ReceiptCode.random();
    Contact contact = Contact.of(words[0]);
    Person person = person(n, words, receipt, contact, LocalDate.ofInstant(now, ZoneOffset.UTC));
    if (!records.insert(person, receipt.lookup())) {
      throw new IllegalStateException("this person exists");
    }
    places.stand(contact, person.id(), 0);
    places.verified(person.id(), 0);
    planning.replan(person, now);
  }

  private Person person(
      int n, String[] line, ReceiptCode receipt, Contact contact, LocalDate today) {
    Language language = Language.of(line[3]).orElseThrow();
    List<HeldDocument> documents = new ArrayList<>();
    for (int at = 4; at < line.length; at++) {
      String[] one = line[at].split(" ");
      documents.add(
          new HeldDocument(
              at - 3,
              1,
              Integer.parseInt(one[0]),
              DocumentType.valueOf(one[1]),
              LocalDate.parse(one[2]),
              DocumentState.HELD));
    }
    PersonRecord content =
        new PersonRecord(
            new Situation(new Country(line[1]), null, null, documents),
            documents.size() + 1,
            List.of(new ContactSlot(0, contact, ContactState.CONFIRMED, null)),
            1,
            n % JITTERS,
            Wording.CLEAR,
            language,
            ZoneId.of(line[2]),
            words.draw(language),
            new Consents(true, false),
            null,
            receipt.view(),
            receipt.proofHash(),
            today,
            List.of(),
            List.of());
    return new Person(UUID.randomUUID(), 1, RecordState.ACTIVE, 0, 0, 0, null, content, List.of());
  }
}

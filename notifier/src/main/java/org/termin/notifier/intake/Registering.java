package org.termin.notifier.intake;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.sealed.Register;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactParse;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.RussianRoutes;
import org.termin.contract.words.Situation;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.WindDownLog;
import org.termin.notifier.keys.WindDownLog.Standing;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Places;
import org.termin.notifier.record.Records;
import org.termin.notifier.verification.CodeSender;
import org.termin.notifier.verification.Codes;

/** A new registration: written as pending, a code to each contact, nothing answered. */
@Component
class Registering {
  /** Codes may wait 72 hours for room in a budget; a day later nobody waits for them. */
  private static final Duration UNCONFIRMED = Duration.ofDays(4);

  private static final int JITTERS = 7;
  private final Records records;
  private final Places places;
  private final Codes codes;
  private final CodeSender sender;
  private final CodeWordLot words;
  private final RussianRoutes russian;
  private final WindDownLog windDown;
  private final SecureRandom random = new SecureRandom();

  Registering(
      Records records,
      Places places,
      Codes codes,
      CodeSender sender,
      CodeWordLot words,
      RussianRoutes russian,
      Keyring keys) {
    this.windDown = keys.windDown();
    this.records = records;
    this.places = places;
    this.codes = codes;
    this.sender = sender;
    this.words = words;
    this.russian = russian;
  }

  Verdict register(UUID id, Register message, Instant now) {
    List<ContactSlot> contacts = new ArrayList<>();
    for (Contact contact : message.contacts()) {
      if (Contact.check(contact, russian) instanceof ContactParse.Accepted) {
        contacts.add(new ContactSlot(contacts.size(), contact, ContactState.AWAITING, null));
      }
    }
    // the door refuses these aloud, and everybody once the service ends; past it nobody learns
    // anything
    if (contacts.isEmpty()
        || windDown.read().standing() instanceof Standing.Closing
        || !records.insert(person(id, message, contacts, now), message.lookup())) {
      return Verdict.SILENT;
    }
    List<Runnable> then = new ArrayList<>();
    for (ContactSlot slot : contacts) {
      places.stand(slot.contact(), id, slot.slot());
      codes.want(id, slot.slot());
      then.add(() -> sender.send(id, slot.slot()));
    }
    return new Verdict.Silent(then);
  }

  private Person person(UUID id, Register message, List<ContactSlot> contacts, Instant now) {
    Situation situation = fresh(message.situation());
    PersonRecord content =
        new PersonRecord(
            situation,
            situation.highestDocument() + 1,
            contacts,
            contacts.size(),
            random.nextInt(JITTERS),
            message.wording(),
            message.language(),
            message.zone(),
            words.draw(message.language()),
            message.consents(),
            message.community(),
            message.view(),
            message.proofHash(),
            LocalDate.ofInstant(now, message.zone()),
            List.of(),
            List.of());
    return new Person(
        id, 1, RecordState.PENDING, 0, 0, 0, now.plus(UNCONFIRMED), content, List.of());
  }

  /** Document versions are the notifier's: they all begin at 1. */
  private static Situation fresh(Situation said) {
    return new Situation(
        said.country(),
        said.region(),
        said.ground(),
        said.documents().stream()
            .map(
                document ->
                    new HeldDocument(
                        document.number(),
                        1,
                        document.person(),
                        document.type(),
                        document.lastValidDay(),
                        document.state()))
            .toList(),
        said.people(),
        said.alert());
  }
}

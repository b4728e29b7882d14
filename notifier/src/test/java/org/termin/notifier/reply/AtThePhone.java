package org.termin.notifier.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.sealed.ContactChange;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.DocumentState;
import org.termin.notifier.House;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;
import org.termin.testkit.sms.SentText;

/** Somebody with a phone and perhaps a mailbox, who answers; one house for all these tests. */
@Timeout(240)
abstract class AtThePhone {

  /** A Monday morning in Vilnius. */
  static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  static final House HOUSE = House.on(TestStore.fresh());

  final ReceiptCode code = ReceiptCode.random();
  final Contact phone = Samples.polishPhone(1);
  final Contact mail = Samples.mail(1);

  @BeforeEach
  void empty() {
    HOUSE.store().clear();
    HOUSE.store().freezeClock(NOW);
    HOUSE.provider().reset();
    HOUSE.sink().reset();
  }

  /** Somebody who has had a message about their only document. */
  UUID told(Contact... contacts) {
    UUID id = signedUp(code, contacts);
    HOUSE.deliver();
    return id;
  }

  UUID signedUp(ReceiptCode own, Contact... contacts) {
    return HOUSE.register(
        own, Samples.register(own, Samples.passport("LT", LocalDate.of(2028, 3, 1)), contacts));
  }

  /** The owner changes the contacts on the page and leaves everything else. */
  void contacts(UUID id, ContactChange... wishes) {
    PersonRecord now = HOUSE.person(id).content();
    HOUSE.say(
        UUID.randomUUID(),
        new Change(
            id,
            code.proof(),
            version(id),
            now.situation(),
            List.of(wishes),
            now.wording(),
            now.language(),
            now.zone(),
            now.consents(),
            CommunityChange.KEEP,
            now.codeWord()));
  }

  DocumentState state(UUID id) {
    return HOUSE.person(id).content().situation().document(1).orElseThrow().state();
  }

  ContactState slot(UUID id, int slot) {
    return HOUSE.person(id).content().slot(slot).orElseThrow().state();
  }

  int version(UUID id) {
    return HOUSE.person(id).version();
  }

  List<String> texts() {
    return HOUSE.provider().messagesTo(phone.value()).stream().map(SentText::body).toList();
  }

  /** What the phone gets while it answers. */
  List<String> textsAfter(String... answers) {
    int before = texts().size();
    for (String answer : answers) {
      HOUSE.reply(phone, answer);
    }
    return texts().subList(before, texts().size());
  }

  int mails() {
    return HOUSE.sink().receivedFor(mail.value()).size();
  }
}

package org.termin.notifier.wave;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.Met;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Consents;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Hurdle;
import org.termin.contract.words.JoinCode;
import org.termin.contract.words.Language;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;
import org.termin.notifier.House;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.testkit.Samples;

/** Somebody who signed up some time ago, and what of it matters to waves. */
record Neighbour(
    String country,
    LocalDate registered,
    boolean agreed,
    ContactState contact,
    @Nullable JoinCode community,
    List<HeldDocument> documents,
    @Nullable Met met) {

  static Neighbour of(String country, LocalDate registered) {
    return new Neighbour(country, registered, true, ContactState.CONFIRMED, null, List.of(), null);
  }

  Neighbour with(DocumentType type, LocalDate lastValidDay) {
    return with(type, lastValidDay, DocumentState.HELD);
  }

  Neighbour with(DocumentType type, @Nullable LocalDate lastValidDay, DocumentState state) {
    List<HeldDocument> more = new ArrayList<>(documents);
    int number = more.size() + 1;
    more.add(new HeldDocument(number, 1, number, type, lastValidDay, state));
    return new Neighbour(country, registered, agreed, contact, community, more, met);
  }

  Neighbour who(Hurdle hurdle, YearMonth month) {
    return new Neighbour(
        country, registered, agreed, contact, community, documents, new Met(hurdle, month));
  }

  Neighbour in(JoinCode code) {
    return new Neighbour(country, registered, agreed, contact, code, documents, met);
  }

  Neighbour agreeing(boolean agrees) {
    return new Neighbour(country, registered, agrees, contact, community, documents, met);
  }

  Neighbour reached(ContactState state) {
    return new Neighbour(country, registered, agreed, state, community, documents, met);
  }

  PersonRecord record(ReceiptCode code) {
    return new PersonRecord(
        new Situation(new Country(country), null, null, documents),
        documents.size() + 1,
        List.of(new ContactSlot(0, Samples.polishPhone(1), contact, null)),
        1,
        3,
        Wording.DISCREET,
        Language.BE,
        ZoneId.of("Europe/Warsaw"),
        "warm wind",
        new Consents(true, agreed),
        community,
        code.view(),
        code.proofHash(),
        registered,
        List.of(),
        List.of(),
        met);
  }

  /** Puts the sealed record into the store. */
  UUID movesInto(House house, RecordState state) {
    UUID id = UUID.randomUUID();
    ReceiptCode code = ReceiptCode.random();
    Person person = new Person(id, 1, state, 0, 0, 0, null, record(code), List.of());
    if (!house.get(Records.class).insert(person, code.lookup())) {
      throw new IllegalStateException("taken");
    }
    return id;
  }
}

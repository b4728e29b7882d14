package org.termin.contract.sealed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Consents;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.JoinCode;
import org.termin.contract.words.Language;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;

/**
 * The contents of a sealed record: all the notifier knows of a registration. Document and slot
 * numbers are never reused, so the next ones are kept; the jitter of 0 to 6, a part of the secret
 * days, is for life.
 */
public record PersonRecord(
    Situation situation,
    int nextDocument,
    List<ContactSlot> contacts,
    int nextSlot,
    int jitter,
    Wording wording,
    Language language,
    ZoneId zone,
    String codeWord,
    Consents consents,
    @Nullable JoinCode community,
    @JsonProperty("view") ViewKey viewKey,
    ProofHash proofHash,
    LocalDate registered,
    List<Later> later,
    List<Undo> undo,
    @Nullable Met met) {

  /** Two in use and two waiting to replace them. */
  public static final int MOST_CONTACTS = 4;

  public PersonRecord {
    Objects.requireNonNull(wording, "wording");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(consents, "consents");
    Objects.requireNonNull(viewKey, "viewKey");
    Objects.requireNonNull(proofHash, "proofHash");
    Objects.requireNonNull(registered, "registered");
    CodeWord.check(codeWord);
    contacts = List.copyOf(contacts);
    later = List.copyOf(later);
    undo = List.copyOf(undo);
    if (situation.highestDocument() >= nextDocument) {
      throw new IllegalArgumentException("the next document number is taken");
    }
    if (contacts.size() > MOST_CONTACTS
        || contacts.stream().mapToInt(ContactSlot::slot).distinct().count() < contacts.size()
        || contacts.stream().anyMatch(slot -> slot.slot() >= nextSlot)) {
      throw new IllegalArgumentException("contacts do not fit their slots");
    }
    if (jitter < 0 || jitter > 6) {
      throw new IllegalArgumentException("the jitter is 0 to 6 days");
    }
    if (later.size() > Situation.MOST || undo.size() > Situation.MOST) {
      throw new IllegalArgumentException("at most one entry for each document");
    }
  }

  /** Somebody who met nothing, or did not say so. */
  public PersonRecord(
      Situation situation,
      int nextDocument,
      List<ContactSlot> contacts,
      int nextSlot,
      int jitter,
      Wording wording,
      Language language,
      ZoneId zone,
      String codeWord,
      Consents consents,
      @Nullable JoinCode community,
      ViewKey viewKey,
      ProofHash proofHash,
      LocalDate registered,
      List<Later> later,
      List<Undo> undo) {
    this(
        situation,
        nextDocument,
        contacts,
        nextSlot,
        jitter,
        wording,
        language,
        zone,
        codeWord,
        consents,
        community,
        viewKey,
        proofHash,
        registered,
        later,
        undo,
        null);
  }

  /** The contact of that slot, in whatever state. */
  public Optional<ContactSlot> slot(int number) {
    return contacts.stream().filter(slot -> slot.slot() == number).findFirst();
  }

  /** The contacts that may be sent reminders. */
  public List<ContactSlot> confirmed() {
    return contacts.stream().filter(slot -> slot.state() == ContactState.CONFIRMED).toList();
  }

  /** What the person's own view shows of it. */
  public PersonView view(RecordState state, List<DeliveryNote> deliveries) {
    return new PersonView(
        situation,
        nextDocument,
        state,
        contacts.stream().map(ContactSlot::masked).toList(),
        wording,
        language,
        zone,
        codeWord,
        consents,
        registered,
        later,
        deliveries);
  }

  /** A copy to be changed in several places and then made valid again. */
  public Draft draft() {
    return new Draft(this);
  }

  /** The same with another situation; the next document number rises above all of its numbers. */
  public PersonRecord with(Situation changed) {
    int next = Math.max(nextDocument, changed.highestDocument() + 1);
    return draft().situation(changed).nextDocument(next).done();
  }

  /** The same with one contact replaced by its newer self. */
  public PersonRecord with(ContactSlot changed) {
    List<ContactSlot> all = new ArrayList<>(contacts);
    all.replaceAll(slot -> slot.slot() == changed.slot() ? changed : slot);
    return draft().contacts(all).done();
  }

  @Override
  public String toString() {
    return "PersonRecord";
  }
}

package org.termin.contract.sealed;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Consents;
import org.termin.contract.words.JoinCode;
import org.termin.contract.words.Language;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;

/**
 * A record being changed; what must not change in a lifetime, jitter and first day, has no setter.
 */
public final class Draft {

  private Situation situation;
  private int nextDocument;
  private List<ContactSlot> contacts;
  private int nextSlot;
  private final int jitter;
  private Wording wording;
  private Language language;
  private ZoneId zone;
  private String codeWord;
  private Consents consents;
  private @Nullable JoinCode community;
  private ViewKey viewKey;
  private ProofHash proofHash;
  private final LocalDate registered;
  private List<Later> later;
  private List<Undo> undo;
  private @Nullable Met met;

  Draft(PersonRecord from) {
    situation = from.situation();
    nextDocument = from.nextDocument();
    contacts = from.contacts();
    nextSlot = from.nextSlot();
    jitter = from.jitter();
    wording = from.wording();
    language = from.language();
    zone = from.zone();
    codeWord = from.codeWord();
    consents = from.consents();
    community = from.community();
    viewKey = from.viewKey();
    proofHash = from.proofHash();
    registered = from.registered();
    later = from.later();
    undo = from.undo();
    met = from.met();
  }

  public Draft situation(Situation changed) {
    situation = changed;
    return this;
  }

  public Draft nextDocument(int changed) {
    nextDocument = changed;
    return this;
  }

  public Draft contacts(List<ContactSlot> changed) {
    contacts = changed;
    return this;
  }

  public Draft nextSlot(int changed) {
    nextSlot = changed;
    return this;
  }

  public Draft wording(Wording changed) {
    wording = changed;
    return this;
  }

  public Draft language(Language changed) {
    language = changed;
    return this;
  }

  public Draft zone(ZoneId changed) {
    zone = changed;
    return this;
  }

  public Draft codeWord(String changed) {
    codeWord = changed;
    return this;
  }

  public Draft consents(Consents changed) {
    consents = changed;
    return this;
  }

  public Draft community(@Nullable JoinCode changed) {
    community = changed;
    return this;
  }

  public Draft viewKey(ViewKey changed) {
    viewKey = changed;
    return this;
  }

  public Draft proofHash(ProofHash changed) {
    proofHash = changed;
    return this;
  }

  public Draft later(List<Later> changed) {
    later = changed;
    return this;
  }

  public Draft undo(List<Undo> changed) {
    undo = changed;
    return this;
  }

  public Draft met(@Nullable Met changed) {
    met = changed;
    return this;
  }

  /** The changed record, valid or not at all. */
  public PersonRecord done() {
    return new PersonRecord(
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
        met);
  }

  @Override
  public String toString() {
    return "Draft";
  }
}

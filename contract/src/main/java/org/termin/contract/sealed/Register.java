package org.termin.contract.sealed;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Consents;
import org.termin.contract.words.Contact;
import org.termin.contract.words.JoinCode;
import org.termin.contract.words.Language;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;

/** A new registration; its id is the message's id, its first contact has slot 0. */
public record Register(
    Lookup lookup,
    ViewKey view,
    ProofHash proofHash,
    Situation situation,
    List<Contact> contacts,
    Wording wording,
    Language language,
    ZoneId zone,
    Consents consents,
    @Nullable JoinCode community)
    implements Message {

  /** A first and an optional second one. */
  public static final int MOST_CONTACTS = 2;

  public Register {
    Objects.requireNonNull(lookup, "lookup");
    Objects.requireNonNull(view, "view");
    Objects.requireNonNull(proofHash, "proofHash");
    Objects.requireNonNull(situation, "situation");
    Objects.requireNonNull(wording, "wording");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(consents, "consents");
    contacts = List.copyOf(contacts);
    if (contacts.isEmpty()
        || contacts.size() > MOST_CONTACTS
        || contacts.stream().distinct().count() < contacts.size()) {
      throw new IllegalArgumentException("one or two different contacts");
    }
  }

  @Override
  public String toString() {
    return "Register";
  }
}

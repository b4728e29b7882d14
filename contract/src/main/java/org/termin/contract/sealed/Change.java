package org.termin.contract.sealed;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.termin.contract.words.Consents;
import org.termin.contract.words.Language;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;

/**
 * The whole registration as it shall be, made from the version the person saw; moving to another
 * country is one too. Document versions are the notifier's: whatever stands there is ignored.
 */
public record Change(
    UUID registration,
    Proof proof,
    int baseVersion,
    Situation situation,
    List<ContactChange> contacts,
    Wording wording,
    Language language,
    ZoneId zone,
    Consents consents,
    CommunityChange community,
    String codeWord)
    implements Message.Proven {

  public Change {
    Objects.requireNonNull(registration, "registration");
    Objects.requireNonNull(proof, "proof");
    Objects.requireNonNull(situation, "situation");
    Objects.requireNonNull(wording, "wording");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(consents, "consents");
    Objects.requireNonNull(community, "community");
    CodeWord.check(codeWord);
    contacts = List.copyOf(contacts);
    if (baseVersion < 1 || contacts.isEmpty() || contacts.size() > PersonRecord.MOST_CONTACTS) {
      throw new IllegalArgumentException("not a change");
    }
    if (contacts.stream().filter(change -> !(change instanceof ContactChange.Keep)).count() > 2) {
      throw new IllegalArgumentException("two new contacts at most");
    }
  }

  @Override
  public String toString() {
    return "Change";
  }
}

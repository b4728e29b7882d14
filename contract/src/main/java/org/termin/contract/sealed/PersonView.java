package org.termin.contract.sealed;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.termin.contract.words.Consents;
import org.termin.contract.words.Language;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;

/**
 * What the receipt code opens: the plan's input, the state and the last deliveries, newest first;
 * never a contact, a key, the jitter or the community.
 */
public record PersonView(
    Situation situation,
    int nextDocument,
    RecordState state,
    List<MaskedContact> contacts,
    Wording wording,
    Language language,
    ZoneId zone,
    String codeWord,
    Consents consents,
    LocalDate registered,
    List<Later> later,
    List<DeliveryNote> deliveries) {

  public PersonView {
    Objects.requireNonNull(situation, "situation");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(wording, "wording");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(consents, "consents");
    Objects.requireNonNull(registered, "registered");
    CodeWord.check(codeWord);
    contacts = List.copyOf(contacts);
    later = List.copyOf(later);
    deliveries = deliveries.stream().limit(DeliveryNote.MOST).toList();
  }

  /** The same view with other deliveries, newest first; more than twenty are forgotten. */
  public PersonView withDeliveries(List<DeliveryNote> changed) {
    return new PersonView(
        situation,
        nextDocument,
        state,
        contacts,
        wording,
        language,
        zone,
        codeWord,
        consents,
        registered,
        later,
        changed);
  }

  @Override
  public String toString() {
    return "PersonView";
  }
}

package org.termin.tracker.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.DeliveryNote;
import org.termin.contract.sealed.MaskedContact;
import org.termin.contract.sealed.PersonView;
import org.termin.contract.words.Alert;
import org.termin.contract.words.Consents;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.HeldDocument;
import org.termin.tracker.post.People.Found;

/** A person's own view as JSON; contacts stay masked, because the door does not know them. */
record PersonAnswer(
    UUID id,
    int version,
    String state,
    String wording,
    String language,
    String zone,
    String codeWord,
    Consents consents,
    String country,
    @Nullable String region,
    @Nullable String ground,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Alert alert,
    List<Held> documents,
    List<Reached> contacts,
    PlanAnswer plan,
    List<Sent> messages) {

  /** A document as it was entered. */
  record Held(
      int number,
      int person,
      String type,
      @Nullable LocalDate lastValidDay,
      String state,
      @Nullable LocalDate on) {}

  /** A contact, masked. */
  record Reached(int slot, String channel, String state, String masked) {}

  /** A message that was sent. */
  record Sent(
      LocalDate day,
      int slot,
      String state,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Told> told) {}

  /** A stage of a document a message told. */
  record Told(int document, int stage) {}

  static PersonAnswer of(Found found, PlanAnswer plan) {
    PersonView view = found.view();
    return new PersonAnswer(
        found.registration(),
        found.version(),
        PlanAnswer.word(view.state()),
        PlanAnswer.word(view.wording()),
        view.language().wire(),
        view.zone().getId(),
        view.codeWord(),
        view.consents(),
        view.situation().country().code(),
        view.situation().region(),
        view.situation().ground(),
        view.situation().alert(),
        view.situation().documents().stream().map(PersonAnswer::of).toList(),
        view.contacts().stream().map(PersonAnswer::of).toList(),
        plan,
        view.deliveries().stream().map(PersonAnswer::of).toList());
  }

  private static Held of(HeldDocument document) {
    return switch (document.state()) {
      case DocumentState.Held _ -> held(document, "held", null);
      case DocumentState.Renewed _ -> held(document, "renewed", null);
      case DocumentState.Filed(LocalDate on) -> held(document, "filed", on);
      case DocumentState.Lost(LocalDate on) -> held(document, "lost", on);
    };
  }

  private static Held held(HeldDocument document, String state, @Nullable LocalDate on) {
    return new Held(
        document.number(),
        document.person(),
        document.type().wire(),
        document.lastValidDay(),
        state,
        on);
  }

  private static Reached of(MaskedContact contact) {
    return new Reached(
        contact.slot(),
        PlanAnswer.word(contact.channel()),
        PlanAnswer.word(contact.state()),
        contact.masked());
  }

  private static Sent of(DeliveryNote note) {
    return new Sent(
        note.day(),
        note.slot(),
        PlanAnswer.word(note.state()),
        note.told().stream().map(told -> new Told(told.document(), told.stage())).toList());
  }

  @Override
  public String toString() {
    return "PersonAnswer";
  }
}

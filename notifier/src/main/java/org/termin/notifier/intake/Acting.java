package org.termin.notifier.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.words.Action;
import org.termin.contract.words.Answer;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.RecordState;
import org.termin.notifier.erasure.Erasure;
import org.termin.notifier.plan.Planning;
import org.termin.notifier.plan.Postponing;
import org.termin.notifier.plan.Timetable;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.verification.AtOnce;
import org.termin.notifier.verification.Costs;
import org.termin.notifier.verification.Outbox;

/** What a person does with one tap on their page. */
@Component
class Acting {
  private final Proven proven;
  private final Records records;
  private final Planning planning;
  private final Postponing postponing;
  private final Erasure erasure;
  private final Costs costs;
  private final ObjectProvider<Outbox> outbox;
  private final Warning warning;

  Acting(
      Proven proven,
      Records records,
      Planning planning,
      Postponing postponing,
      Erasure erasure,
      Costs costs,
      ObjectProvider<Outbox> outbox,
      Warning warning) {
    this.proven = proven;
    this.records = records;
    this.planning = planning;
    this.postponing = postponing;
    this.erasure = erasure;
    this.costs = costs;
    this.outbox = outbox;
    this.warning = warning;
  }

  Verdict act(Act message, Instant now) {
    return proven.locked(
        message,
        person ->
            // erasing is right whatever happened in between
            message.action() == Action.ERASE || person.version() == message.baseVersion()
                ? Verdict.answered(act(person, message, now))
                : Verdict.answered(Answer.STALE));
  }

  private Answer act(Person person, Act message, Instant now) {
    return switch (message.action()) {
      case FILED -> dated(person, message, now, DocumentState.Filed::new);
      case REFUSED -> refused(person, message, now);
      case LOST -> dated(person, message, now, DocumentState.Lost::new);
      case DONE -> dated(person, message, now, _ -> DocumentState.RENEWED);
      case LATER -> later(person, message, now);
      case PAUSE -> pause(person);
      case RESUME -> resume(person, now);
      case SAMPLE -> sample(person, now);
      case NEW_CODE -> newCode(person, message, now);
      case ERASE -> {
        erasure.erase(person);
        yield Answer.DONE;
      }
      // moving is a change of the whole situation
      case MOVED -> Answer.INVALID;
    };
  }

  private interface StateOn {
    DocumentState of(LocalDate day);
  }

  private Answer dated(Person person, Act message, Instant now, StateOn state) {
    int number = Objects.requireNonNull(message.document());
    LocalDate today = Timetable.today(person, now);
    LocalDate on = message.on() == null ? today : message.on();
    Optional<HeldDocument> document = person.content().situation().document(number);
    if (document.isEmpty() || on.isAfter(today)) {
      return Answer.INVALID;
    }
    PersonRecord content = in(person.content(), document.get(), state.of(on));
    return write(person, content, message, now);
  }

  /** Nothing ends with a refusal: what was filed is to be filed again, and is told of again. */
  private Answer refused(Person person, Act message, Instant now) {
    Optional<HeldDocument> document =
        person.content().situation().document(Objects.requireNonNull(message.document()));
    if (document.isEmpty()) {
      return Answer.INVALID;
    }
    return switch (document.get().state()) {
      case DocumentState.Held() -> write(person, person.content(), message, now);
      case DocumentState.Lost(_) -> write(person, person.content(), message, now);
      case DocumentState.Filed(_) ->
          write(person, in(person.content(), document.get(), DocumentState.HELD), message, now);
      case DocumentState.Renewed() -> Answer.INVALID;
    };
  }

  /** That document in another state; what was put off and could be taken back goes with the old. */
  private static PersonRecord in(PersonRecord old, HeldDocument document, DocumentState state) {
    int number = document.number();
    return old.draft()
        .situation(old.situation().with(document.next(state)))
        .later(old.later().stream().filter(later -> later.document() != number).toList())
        .undo(old.undo().stream().filter(undo -> undo.document() != number).toList())
        .done();
  }

  private Answer write(Person person, PersonRecord content, Act message, Instant now) {
    PersonRecord said = Reporting.after(content, message.met(), Timetable.today(person, now));
    planning.replan(records.write(person.with(said)), now);
    return Answer.DONE;
  }

  private Answer later(Person person, Act message, Instant now) {
    int document = Objects.requireNonNull(message.document());
    if (person.content().situation().document(document).isEmpty()) {
      return Answer.INVALID;
    }
    int weeks = Objects.requireNonNull(message.weeks());
    Person written = records.write(postponing.later(person, document, weeks, now));
    planning.replan(written, now);
    return Answer.DONE;
  }

  private Answer pause(Person person) {
    return switch (person.state()) {
      case ACTIVE -> {
        records.write(person.in(RecordState.PAUSED));
        yield Answer.DONE;
      }
      case PAUSED -> Answer.DONE;
      case PENDING, UNREACHABLE -> Answer.INVALID;
    };
  }

  private Answer resume(Person person, Instant now) {
    return switch (person.state()) {
      case PAUSED -> {
        planning.resume(records.write(person.in(RecordState.ACTIVE)), now);
        yield Answer.DONE;
      }
      case ACTIVE -> Answer.DONE;
      case PENDING, UNREACHABLE -> Answer.INVALID;
    };
  }

  private Answer sample(Person person, Instant now) {
    List<ContactSlot> reachable = person.confirmed();
    if (reachable.isEmpty()) {
      return Answer.INVALID;
    }
    boolean sent = false;
    for (ContactSlot slot : reachable) {
      if (outbox.getObject().isOpen(slot.contact().channel())
          && costs.refused(slot.contact(), now).isEmpty()) {
        outbox.getObject().dispatch(new AtOnce.Sample(person, slot.slot()));
        sent = true;
      }
    }
    return sent ? Answer.DONE : Answer.LOCKED;
  }

  private Answer newCode(Person person, Act message, Instant now) {
    Act.NewCode code = Objects.requireNonNull(message.newCode());
    if (!records.relocate(person.id(), code.lookup())) {
      return Answer.INVALID;
    }
    Person written =
        records.write(
            person.with(
                person.content().draft().viewKey(code.view()).proofHash(code.proofHash()).done()));
    planning.replan(written, now);
    warning.changed(written, now);
    return Answer.DONE;
  }
}

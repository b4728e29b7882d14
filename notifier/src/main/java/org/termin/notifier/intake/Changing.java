package org.termin.notifier.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.Draft;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.words.Answer;
import org.termin.contract.words.JoinCode;
import org.termin.contract.words.RecordState;
import org.termin.notifier.plan.Planning;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Places;
import org.termin.notifier.record.Records;
import org.termin.notifier.verification.CodeSender;
import org.termin.notifier.verification.Codes;

/** The whole registration as it shall be, moving to another country included. */
@Component
class Changing {
  /** A registration without a usable contact is kept so long. */
  private static final Duration SILENT = Duration.ofDays(14);

  private final Proven proven;
  private final Records records;
  private final ContactChanges contacts;
  private final Slots slots;
  private final Places places;
  private final Codes codes;
  private final CodeSender sender;
  private final Planning planning;
  private final Warning warning;

  Changing(
      Proven proven,
      Records records,
      ContactChanges contacts,
      Slots slots,
      Places places,
      Codes codes,
      CodeSender sender,
      Planning planning,
      Warning warning) {
    this.proven = proven;
    this.records = records;
    this.contacts = contacts;
    this.slots = slots;
    this.places = places;
    this.codes = codes;
    this.sender = sender;
    this.planning = planning;
    this.warning = warning;
  }

  Verdict change(Change message, Instant now) {
    return proven.locked(
        message,
        person ->
            person.version() == message.baseVersion()
                ? apply(person, message, now)
                : Verdict.answered(Answer.STALE));
  }

  private Verdict apply(Person before, Change message, Instant now) {
    Optional<ContactChanges.Outcome> outcome = contacts.apply(before.content(), message);
    // a household stays one, and an alert too: their retention differs, and what they were told
    boolean turned =
        (before.content().situation().alert() == null) != (message.situation().alert() == null);
    if (outcome.isEmpty() || turned) {
      return Verdict.answered(Answer.INVALID);
    }
    ContactChanges.Outcome changed = outcome.get();
    // before they are given up: from then on the log of stops lists them
    warning.replaced(before, changed.givenUp(), now);
    Person given = slots.giveUp(before, changed.givenUp());
    List<ContactSlot> all = new ArrayList<>(given.content().contacts());
    all.addAll(changed.added());
    Documents.Outcome documents = Documents.after(before.content(), message.situation());
    Person written =
        records.write(settled(given.with(content(given, message, all, changed, documents)), now));
    List<Runnable> then = new ArrayList<>();
    for (ContactSlot slot : changed.added()) {
      places.stand(slot.contact(), written.id(), slot.slot());
      codes.want(written.id(), slot.slot());
      then.add(() -> sender.send(written.id(), slot.slot()));
    }
    planning.replan(before, written, now);
    return new Verdict.Answered(Answer.DONE, then);
  }

  private static PersonRecord content(
      Person given,
      Change message,
      List<ContactSlot> all,
      ContactChanges.Outcome changed,
      Documents.Outcome documents) {
    Set<Integer> touched = documents.touched();
    PersonRecord old = given.content();
    Draft draft = old.draft();
    draft.situation(documents.situation()).nextDocument(documents.nextDocument());
    draft.contacts(all).nextSlot(changed.nextSlot());
    draft.wording(message.wording()).language(message.language()).zone(message.zone());
    draft.consents(message.consents()).codeWord(message.codeWord());
    draft.community(community(old.community(), message.community()));
    draft.met(Reporting.after(old, message));
    draft.later(
        old.later().stream()
            .filter(later -> !touched.contains(later.document()))
            .collect(Collectors.toList()));
    draft.undo(
        old.undo().stream()
            .filter(undo -> !touched.contains(undo.document()))
            .collect(Collectors.toList()));
    return draft.done();
  }

  private static @Nullable JoinCode community(@Nullable JoinCode old, CommunityChange change) {
    return switch (change) {
      case CommunityChange.Keep() -> old;
      case CommunityChange.Leave() -> null;
      case CommunityChange.Join(JoinCode code) -> code;
    };
  }

  /** Whoever gave up the last contact that works is silent, and erased if nothing replaces it. */
  private static Person settled(Person person, Instant now) {
    boolean reachable = !person.confirmed().isEmpty();
    return switch (person.state()) {
      case PENDING -> person;
      case ACTIVE, PAUSED ->
          reachable ? person : person.in(RecordState.UNREACHABLE).erasedAt(now.plus(SILENT));
      case UNREACHABLE -> reachable ? person.in(RecordState.ACTIVE).erasedAt(null) : person;
    };
  }
}

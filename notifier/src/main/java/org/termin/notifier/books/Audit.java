package org.termin.notifier.books;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.DeliveryNote;
import org.termin.contract.sealed.Later;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.ReminderState;
import org.termin.guidance.ladder.Audience;
import org.termin.guidance.ladder.Stage;
import org.termin.guidance.ladder.StageNumber;
import org.termin.notifier.plan.Reason;
import org.termin.notifier.plan.Refs;
import org.termin.notifier.plan.Timetable;
import org.termin.notifier.record.Person;

/**
 * One person's plan beside the ledger: pure, and simpler than delivery on purpose. It does not ask
 * how a message is chosen, only whether each stage that was due has been told, waits for an instant
 * at which it still may be, or was overtaken by something that was told.
 */
final class Audit {

  /** A due row may be deferred for long, but somebody must look at it every day. */
  private static final Duration OVERDUE = Duration.ofDays(1);

  /** So far ahead every stage of a plan must have its row. */
  private static final Duration AHEAD = Duration.ofDays(9);

  /** A text may be told so many days early, together with another one. */
  private static final int EARLY = 8;

  private static final int FIRST_LATER = 40;
  private static final int LAST_LATER = 49;

  private final Person person;
  private final Map<Ref, Entry> entries;
  private final Stretch stretch;

  private Audit(Person person, Map<Ref, Entry> entries, Stretch stretch) {
    this.person = person;
    this.entries = entries;
    this.stretch = stretch;
  }

  /**
   * The gaps of an active person, one for each stage.
   *
   * @param reasons every stage of the person's plan with its day
   * @param entries the rows of these stages, and those that stand without one
   */
  static List<Gap> of(
      Person person, Collection<Reason> reasons, Map<Ref, Entry> entries, Stretch stretch) {
    Audit audit = new Audit(person, entries, stretch);
    List<Gap> gaps = new ArrayList<>();
    for (Reason reason : reasons) {
      Entry entry = entries.get(reason.ref());
      Gap gap = entry == null ? audit.missing(reason) : audit.gap(entry, reason);
      if (gap != null) {
        gaps.add(gap);
      }
    }
    for (Entry entry : entries.values()) {
      if (Refs.isStanding(entry.ref())) {
        Gap gap = audit.due(entry, null);
        if (gap != null) {
          gaps.add(gap);
        }
      }
    }
    return gaps;
  }

  private @Nullable Gap missing(Reason reason) {
    boolean lasts = reason.notAfter().isAfter(reason.dueAt());
    boolean soon =
        reason.dueAt().isAfter(stretch.now()) && reason.dueAt().isBefore(stretch.now().plus(AHEAD));
    return lasts && (soon || surelyPlanned(reason)) ? Gap.MISSING : null;
  }

  /**
   * A stage of the days looked at that cannot have been past when it was first planned: then "you
   * are here" would stand in its place. Changed documents and added contacts prove nothing.
   */
  private boolean surelyPlanned(Reason reason) {
    Ref ref = reason.ref();
    Ref here =
        new Ref(person.id(), ref.document(), ref.documentVersion(), StageNumber.YOU_ARE_HERE);
    return !reason.dueAt().isBefore(stretch.begin())
        && reason.dueAt().isBefore(stretch.end())
        && ref.documentVersion() == 1
        && reason.stage().audience() == Audience.EVERYONE
        && !isLater(ref.stage())
        && person.content().registered().isBefore(reason.dueOn())
        && !entries.containsKey(here);
  }

  private @Nullable Gap gap(Entry entry, Reason reason) {
    boolean putOff =
        entry.state() == ReminderState.PLANNED
            && (entry.dueAt().isAfter(reason.dueAt()) || entry.wakeAt().isAfter(entry.dueAt()));
    return putOff ? Gap.ASLEEP : due(entry, reason.stage());
  }

  /** A row that has come due and was not yet stale when the days looked at began. */
  private @Nullable Gap due(Entry entry, @Nullable Stage stage) {
    if (!entry.dueAt().isBefore(stretch.end()) || !entry.notAfter().isAfter(stretch.begin())) {
      return null;
    }
    return switch (entry.state()) {
      case PLANNED, QUEUED, RETRY_WAIT -> waiting(entry);
      case SENDING, ACCEPTED, UNKNOWN, DELIVERED, NO_RECEIPT -> traced(entry) ? null : Gap.UNTRACED;
      // every contact was tried: an alarm of its own, and shown on the person's page
      case FAILED -> null;
      case EXPIRED_UNSENT -> Gap.ENDED;
      // a pause ends what went stale in it, and only that
      case CANCELLED -> entry.notAfter().isAfter(stretch.now()) ? Gap.ENDED : null;
      case SUPERSEDED -> overtaken(entry) || silenced(entry, stage) ? null : Gap.ENDED;
    };
  }

  private @Nullable Gap waiting(Entry entry) {
    if (!entry.wakeAt().isBefore(entry.notAfter())) {
      return Gap.ASLEEP;
    }
    return entry.wakeAt().isBefore(stretch.now().minus(OVERDUE)) ? Gap.OVERDUE : null;
  }

  /** Told in its own name by another attempt, or by a later stage of the same document. */
  private boolean overtaken(Entry entry) {
    return noted(entry)
        || notedLater(entry)
        || entries.values().stream()
            .filter(other -> !other.equals(entry) && other.sameDocument(entry))
            .filter(other -> !other.dueAt().isBefore(entry.dueAt()))
            .anyMatch(other -> other.told() || isUnderWay(other));
  }

  /** What took its place was sent once and is being tried again. */
  private boolean isUnderWay(Entry other) {
    return switch (other.state()) {
      case QUEUED, RETRY_WAIT -> true;
      // the gate lets what is due later today take over what woke before it
      case PLANNED -> other.dueAt().isBefore(endOfToday());
      case FAILED -> true;
      case SENDING, ACCEPTED, UNKNOWN, DELIVERED, NO_RECEIPT -> true;
      case SUPERSEDED, CANCELLED, EXPIRED_UNSENT -> false;
    };
  }

  private Instant endOfToday() {
    LocalDate tomorrow = Timetable.today(person, stretch.now()).plusDays(1);
    return tomorrow.atStartOfDay(person.content().zone()).toInstant();
  }

  /** The person asked for silence; what is pressing is told all the same. */
  private boolean silenced(Entry entry, @Nullable Stage stage) {
    return stage != null
        && !stage.lastCall()
        && !stage.afterExpiry()
        && person.content().later().stream().anyMatch(later -> isAbout(later, entry.ref()));
  }

  private static boolean isAbout(Later later, Ref ref) {
    return later.document() == ref.document() && later.documentVersion() == ref.documentVersion();
  }

  private boolean noted(Entry entry) {
    return person.deliveries().stream()
        .filter(Audit::mayHaveArrived)
        .anyMatch(note -> note.told().contains(told(entry.ref())));
  }

  /** A message about the same document on or after its day. */
  private boolean notedLater(Entry entry) {
    LocalDate due = LocalDate.ofInstant(entry.dueAt(), ZoneOffset.UTC);
    return person.deliveries().stream()
        .filter(Audit::mayHaveArrived)
        .filter(note -> !note.day().isBefore(due))
        .flatMap(note -> note.told().stream())
        .anyMatch(
            told ->
                told.document() == entry.ref().document()
                    && told.version() == entry.ref().documentVersion()
                    && told.stage() != StageNumber.CONFIRMATION);
  }

  private static boolean mayHaveArrived(DeliveryNote note) {
    return switch (note.state()) {
      case DISPATCHED, UNKNOWN, ACCEPTED, UNDELIVERED, DELIVERED -> true;
      case NOT_SENT, REJECTED -> false;
    };
  }

  /**
   * The list is cut at its old end, so a missing name says something only where it reaches back.
   */
  private boolean traced(Entry entry) {
    Instant before = entry.dueAt().minus(Duration.ofDays(EARLY));
    boolean reaches =
        person.deliveries().stream()
            .anyMatch(note -> note.day().atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(before));
    return !reaches || noted(entry);
  }

  private static DeliveryNote.Told told(Ref ref) {
    return new DeliveryNote.Told(ref.document(), ref.documentVersion(), ref.stage());
  }

  private static boolean isLater(int stage) {
    return stage >= FIRST_LATER && stage <= LAST_LATER;
  }
}

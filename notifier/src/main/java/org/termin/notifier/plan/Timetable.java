package org.termin.notifier.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.termin.contract.sealed.Later;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.Channel;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.ladder.Audience;
import org.termin.guidance.ladder.Shift;
import org.termin.guidance.ladder.Stage;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.plan.Verb;
import org.termin.notifier.record.Person;

/**
 * From a plan's stages to dated reasons: pure, so that planning and preparing cannot disagree. Not
 * in it are the confirmation, "you are here" and "the rules changed": they stand once written.
 */
public final class Timetable {
  /** The last word of a ladder, and what nothing follows, keeps for so many days. */
  static final int LAST_KEEPS = 30;

  private final LedgerKeys keys;
  private final Person person;
  private final Band band;

  private Timetable(LedgerKeys keys, Person person) {
    this.keys = keys;
    this.person = person;
    this.band = Band.of(person.content().situation().country());
  }

  /** The date where the person lives. */
  public static LocalDate today(Person person, Instant now) {
    return LocalDate.ofInstant(now, person.content().zone());
  }

  /** Every stage of the plan and every "later", past ones too, in the order of their days. */
  public static List<Reason> of(LedgerKeys keys, Person person, Plan plan) {
    Timetable table = new Timetable(keys, person);
    return plan.slots().stream()
        .flatMap(slot -> table.of(slot).stream())
        .sorted(Comparator.comparing(Reason::dueAt))
        .toList();
  }

  private List<Reason> of(SlotPlan slot) {
    HeldDocument document = slot.document();
    Optional<Later> later = later(document);
    List<Reason> reasons = new ArrayList<>();
    for (Stage stage : slot.stagesFor(person.has(Channel.SMS), person.has(Channel.EMAIL))) {
      Reason reason = reason(document, stage);
      if (!isQuiet(stage) && later.map(asked -> survives(reason, asked)).orElse(true)) {
        reasons.add(reason);
      }
    }
    later.map(asked -> again(slot, asked, reasons)).ifPresent(reasons::add);
    return reasons;
  }

  private Optional<Later> later(HeldDocument document) {
    return person.content().later().stream()
        .filter(
            later ->
                later.document() == document.number()
                    && later.documentVersion() == document.version())
        .findFirst();
  }

  private boolean isQuiet(Stage stage) {
    int days = stage.quietAfterSignUp();
    return days > 0 && stage.on().isBefore(person.content().registered().plusDays(days));
  }

  /** "Later" silences what lies between, but never the last call or what still works. */
  private static boolean survives(Reason reason, Later later) {
    Stage stage = reason.stage();
    boolean between =
        reason.dueOn().isAfter(later.asked()) && reason.dueOn().isBefore(later.until());
    return !stage.unlessAnswered() && (!between || stage.lastCall() || stage.afterExpiry());
  }

  private Reason reason(HeldDocument document, Stage stage) {
    int move = move(document, stage, stage.given());
    int staleMove = move(document, stage, stage.staleGiven());
    Ref ref = new Ref(person.id(), document.number(), document.version(), stage.number());
    LocalDate due = stage.on().plusDays(move);
    return new Reason(
        ref,
        stage,
        due,
        band.minuteOf(due, ref.key(keys)),
        Band.endOf(stage.staleAfter().plusDays(staleMove)),
        stage.urgent() ? 0 : 1);
  }

  private int move(HeldDocument document, Stage stage, boolean given) {
    int days =
        given
            ? SecretDays.ofGivenDays(keys, person, document)
            : SecretDays.of(keys, person, document);
    return stage.movesEarlier() ? -days : Shift.MOST_DAYS - days;
  }

  private Reason again(SlotPlan slot, Later later, List<Reason> others) {
    LocalDate until = later.until();
    Ref ref = new Ref(person.id(), later.document(), later.documentVersion(), later.stage());
    LocalDate action = slot.applyBy() == null ? until.plusDays(LAST_KEEPS) : slot.applyBy();
    Stage stage = own(slot, later.stage(), until, action);
    return new Reason(
        ref,
        stage,
        until,
        band.minuteOf(until, ref.key(keys)),
        staleFrom(band.minuteOf(until, ref.key(keys)), others),
        lane(action, until));
  }

  /** The single "you are here" of a document whose plan begins in the middle. */
  static Optional<Reason> youAreHere(
      LedgerKeys keys, Person person, SlotPlan slot, List<Reason> reasons, Instant now) {
    boolean open =
        switch (slot.document().state()) {
          case DocumentState.Held() -> true;
          case DocumentState.Lost(_) -> true;
          // they have acted: nothing is said about what lies behind them
          case DocumentState.Filed(_) -> false;
          case DocumentState.Renewed() -> false;
        };
    Optional<Reason> latest =
        reasons.stream()
            .filter(reason -> !reason.dueAt().isAfter(now))
            .max(Comparator.comparing(Reason::dueAt));
    if (!open || latest.isEmpty()) {
      return Optional.empty();
    }
    LocalDate action = latest.get().stage().actionDate();
    Ref ref = Refs.about(person, slot.document(), StageNumber.YOU_ARE_HERE);
    Instant due = Band.of(person.content().situation().country()).nextMinute(now, ref.key(keys));
    return soon(slot, ref, due, action, reasons);
  }

  /** The day on which these may be told together: each has a minute of its own in it. */
  static LocalDate together(LedgerKeys keys, Person person, Collection<Ref> refs, Instant now) {
    Band band = Band.of(person.content().situation().country());
    return refs.stream()
        .map(ref -> Band.dayOf(band.nextMinute(now, ref.key(keys))))
        .max(Comparator.naturalOrder())
        .orElseGet(() -> Band.dayOf(now));
  }

  /** The single "the rules changed" of a document whose plan they moved. */
  static Optional<Reason> rulesChanged(
      LedgerKeys keys, Person person, SlotPlan slot, Ref ref, LocalDate on, List<Reason> reasons) {
    LocalDate applyBy = slot.applyBy();
    LocalDate action = applyBy == null ? on.plusDays(LAST_KEEPS) : applyBy;
    Instant due = Band.of(person.content().situation().country()).minuteOf(on, ref.key(keys));
    return soon(slot, ref, due, action, reasons);
  }

  /** A word of its own in the next daytime, until the next stage says it all. */
  private static Optional<Reason> soon(
      SlotPlan slot, Ref ref, Instant due, LocalDate action, List<Reason> reasons) {
    LocalDate on = Band.dayOf(due);
    Instant stale = staleFrom(due, reasons);
    return stale.isAfter(due)
        ? Optional.of(
            new Reason(ref, own(slot, ref.stage(), on, action), on, due, stale, lane(action, on)))
        : Optional.empty();
  }

  /** What belongs to no document has a row and no stage of a plan. */
  static Reason withoutDocument(Ref ref, Instant due, Instant notAfter, int lane) {
    LocalDate on = Band.dayOf(due);
    Stage stage =
        new Stage(
            ref.stage(),
            ref.document(),
            on,
            Channel.SMS,
            Audience.EVERYONE,
            Shift.EARLIER,
            on.plusDays(LAST_KEEPS),
            on,
            lane == 0,
            false,
            false,
            false,
            0,
            Verb.NOTHING,
            true,
            true);
    return new Reason(ref, stage, on, due, notAfter, lane);
  }

  /**
   * The day of the next stage makes it stale, and not its minute, which would tell whose it is;
   * after the last one it keeps for a month.
   */
  private static Instant staleFrom(Instant due, List<Reason> others) {
    return others.stream()
        .map(Reason::dueAt)
        .filter(next -> next.isAfter(due))
        .min(Comparator.naturalOrder())
        .map(next -> Band.endOf(Band.dayOf(next)))
        .orElseGet(() -> Band.endOf(Band.dayOf(due).plusDays(LAST_KEEPS)));
  }

  private static Stage own(SlotPlan slot, int number, LocalDate on, LocalDate action) {
    return new Stage(
        number,
        slot.document().number(),
        on,
        Channel.SMS,
        Audience.EVERYONE,
        Shift.EARLIER,
        on.plusDays(LAST_KEEPS),
        action,
        lane(action, on) == 0,
        false,
        false,
        false,
        0,
        slot.verb(),
        true,
        true);
  }

  private static int lane(LocalDate action, LocalDate due) {
    return action.isAfter(due.plusDays(7)) ? 1 : 0;
  }
}

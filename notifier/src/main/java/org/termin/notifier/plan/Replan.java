package org.termin.notifier.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.plan.Plan;
import org.termin.notifier.plan.Ledger.Standing;
import org.termin.notifier.record.Person;

/**
 * What a plan changes in the ledger: a pure function of the plan, the rows that stand and the
 * instant, so that planning again changes nothing.
 *
 * @param put rows to insert, and rows that stand to be moved to these days if they are unsent
 * @param gone rows the plan no longer has a place for
 */
record Replan(List<Reason> put, List<Standing> gone) {

  /** So may a plan speak of what is past. */
  enum Past {
    /** Once for each document version, as the single "you are here". */
    TOLD_ONCE,
    /** The first plan after an undo tells nothing past again. */
    UNTOLD
  }

  static Replan of(
      LedgerKeys keys, Person person, Plan plan, Map<Ref, Standing> rows, Instant now, Past past) {
    List<Reason> reasons = Timetable.of(keys, person, plan);
    List<Reason> put = new ArrayList<>();
    for (Reason reason : reasons) {
      boolean future = reason.dueAt().isAfter(now);
      boolean lasts = reason.notAfter().isAfter(reason.dueAt());
      if (rows.containsKey(reason.ref()) || (future && lasts)) {
        put.add(reason);
      }
    }
    if (past == Past.TOLD_ONCE) {
      plan.slots().stream()
          .filter(slot -> isFirstPlan(slot.document(), rows))
          .forEach(
              slot ->
                  Timetable.youAreHere(keys, person, slot, own(slot.document(), reasons), now)
                      .ifPresent(put::add));
    }
    return new Replan(List.copyOf(put), gone(person, reasons, rows));
  }

  private static List<Reason> own(HeldDocument document, List<Reason> reasons) {
    return reasons.stream().filter(reason -> reason.ref().document() == document.number()).toList();
  }

  private static boolean isFirstPlan(HeldDocument document, Map<Ref, Standing> rows) {
    return rows.keySet().stream()
        .noneMatch(
            ref ->
                ref.document() == document.number() && ref.documentVersion() == document.version());
  }

  private static List<Standing> gone(Person person, List<Reason> reasons, Map<Ref, Standing> rows) {
    Set<Ref> stands = new HashSet<>();
    reasons.forEach(reason -> stands.add(reason.ref()));
    stands.add(Refs.confirmation(person.id()));
    for (HeldDocument document : person.content().situation().documents()) {
      stands.add(
          new Ref(person.id(), document.number(), document.version(), StageNumber.YOU_ARE_HERE));
    }
    return rows.values().stream().filter(row -> !stands.contains(row.ref())).toList();
  }
}

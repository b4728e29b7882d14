package org.termin.notifier.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.SlotPlan;
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

  /**
   * What a change of rules adds to the next versions of documents.
   *
   * @param told the stage that tells it, by document
   * @param quiet documents that are back where they were when the person last heard of them
   */
  record News(Map<Integer, Integer> told, Set<Integer> quiet) {
    static final News NONE = new News(Map.of(), Set.of());

    News {
      told = Map.copyOf(told);
      quiet = Set.copyOf(quiet);
    }
  }

  static Replan of(
      LedgerKeys keys,
      Person person,
      Plan plan,
      Map<Ref, Standing> rows,
      Instant now,
      Past past,
      News news) {
    List<Reason> reasons = Timetable.of(keys, person, plan);
    List<Reason> put = new ArrayList<>();
    for (Reason reason : reasons) {
      boolean future = reason.dueAt().isAfter(now);
      boolean lasts = reason.notAfter().isAfter(reason.dueAt());
      if (rows.containsKey(reason.ref()) || (future && lasts)) {
        put.add(reason);
      }
    }
    Map<Integer, Ref> changed = changed(person, plan, news);
    LocalDate on = Timetable.together(keys, person, changed.values(), now);
    for (SlotPlan slot : plan.slots()) {
      List<Reason> own = own(slot.document(), reasons);
      Ref ref = changed.get(slot.document().number());
      if (ref != null) {
        Timetable.rulesChanged(keys, person, slot, ref, on, own).ifPresent(put::add);
      } else if (past == Past.TOLD_ONCE
          && !news.quiet().contains(slot.document().number())
          && isFirstPlan(slot.document(), rows)) {
        Timetable.youAreHere(keys, person, slot, own, now).ifPresent(put::add);
      }
    }
    return new Replan(List.copyOf(put), gone(person, reasons, rows));
  }

  private static Map<Integer, Ref> changed(Person person, Plan plan, News news) {
    Map<Integer, Ref> refs = new HashMap<>();
    for (SlotPlan slot : plan.slots()) {
      Integer stage = news.told().get(slot.document().number());
      if (stage != null) {
        refs.put(slot.document().number(), Refs.about(person, slot.document(), stage));
      }
    }
    return refs;
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
    Set<Ref> stands = new HashSet<>(Refs.standing(person));
    reasons.forEach(reason -> stands.add(reason.ref()));
    return rows.values().stream()
        .filter(row -> !stands.contains(row.ref()) && !Refs.isOfTheService(row.ref()))
        .toList();
  }
}

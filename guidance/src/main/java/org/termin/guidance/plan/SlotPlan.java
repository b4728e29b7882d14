package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.ladder.Ladder;
import org.termin.guidance.ladder.Stage;
import org.termin.guidance.rule.Unblock;

/**
 * What one document of one person needs, on one day.
 *
 * @param verb for the day of planning; a text is worded with this one, not with a stage's
 * @param route id of the route shown; {@code generic} without a pack
 * @param opens O: first day on which the step may be filed; none: no limit or not known (flag)
 * @param startBy S; none only without an end date or when renewed
 * @param applyBy A; none only without an end date or when renewed
 * @param closes C: last day by the step's own rule
 * @param graceEnd G: last day on which a filing is still taken; none: no grace
 * @param bindingRule id of the rule that gives A
 * @param daysLeft whole days from today to A; negative: passed
 * @param waysOut of a blocked step, the pack's order
 * @param windows of every ground where nobody has said which one it is and it matters; else none
 * @param stages for a person with phone and mail; others: {@link #stagesFor}
 * @param applyByGiven A follows from no document's last day; see {@link Stage#given}
 */
public record SlotPlan(
    HeldDocument document,
    Status status,
    Verb verb,
    String route,
    @Nullable LocalDate opens,
    @Nullable LocalDate startBy,
    @Nullable LocalDate applyBy,
    @Nullable LocalDate closes,
    @Nullable LocalDate graceEnd,
    String bindingRule,
    int daysLeft,
    Set<Flag> flags,
    List<Purpose> purposes,
    List<Unblock> waysOut,
    List<GroundWindow> windows,
    Trace trace,
    List<Stage> stages,
    boolean applyByGiven) {

  public SlotPlan {
    flags = Set.copyOf(flags);
    purposes = List.copyOf(purposes);
    waysOut = List.copyOf(waysOut);
    windows = List.copyOf(windows);
    stages = List.copyOf(stages);
  }

  /** Whether a text must say this. */
  public boolean has(Flag flag) {
    return flags.contains(flag);
  }

  /** The same, knowing which of its days stay where they are with other last days. */
  SlotPlan given(SlotPlan ofOtherLastDays) {
    return new SlotPlan(
        document,
        status,
        verb,
        route,
        opens,
        startBy,
        applyBy,
        closes,
        graceEnd,
        bindingRule,
        daysLeft,
        flags,
        purposes,
        waysOut,
        windows,
        trace,
        Ladder.given(stages, ofOtherLastDays.stages),
        applyBy != null && applyBy.equals(ofOtherLastDays.applyBy));
  }

  /** The stages a person with these contacts gets, with their days of staleness. */
  public List<Stage> stagesFor(boolean phone, boolean mail) {
    return Ladder.forContacts(stages, phone, mail);
  }

  /** Dates of a person do not print themselves. */
  @Override
  public String toString() {
    return "SlotPlan of document " + document.number();
  }
}

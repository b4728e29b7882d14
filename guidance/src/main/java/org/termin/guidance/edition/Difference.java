package org.termin.guidance.edition;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.plan.Flag;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.SlotPlan;

/**
 * What another edition changes for one document, both asked on the same day, so that nothing but
 * the rules can be the reason.
 *
 * @param document its number
 * @param moved by how many days the apply-by day moves; negative: it comes earlier
 * @param dated whether it has an apply-by day in both or in neither
 * @param stepped whether what is to be done is another thing
 * @param begun whether the day to start lies behind all at once
 */
public record Difference(int document, int moved, boolean dated, boolean stepped, boolean begun) {

  /** A shorter move is told by the reminders themselves, each of which names its day. */
  private static final int WORTH_TELLING = 7;

  /** One for each document of the situation. */
  public static List<Difference> between(
      Edition before, Edition after, Situation situation, LocalDate today) {
    Plan was = before.plan(situation, today);
    Plan will = after.plan(situation, today);
    List<Difference> all = new ArrayList<>();
    for (SlotPlan now : will.slots()) {
      SlotPlan then = was.slot(now.document().number()).orElseThrow();
      all.add(of(before, then, after, now, situation.country(), today));
    }
    return all;
  }

  /** Whether the person has to hear of it by itself, before the next reminder. */
  public boolean isTold() {
    return Math.abs(moved) >= WORTH_TELLING || !dated || stepped || begun;
  }

  /** Whether any day that the person is shown is another one. */
  public boolean isMoved() {
    return moved != 0 || !dated;
  }

  private static Difference of(
      Edition before,
      SlotPlan was,
      Edition after,
      SlotPlan will,
      Country country,
      LocalDate today) {
    int document = will.document().number();
    return switch (will.document().state()) {
      case DocumentState.Held(), DocumentState.Lost _ ->
          open(before, was, after, will, country, today);
      // what they filed is filed: only what the filing is worth can change
      case DocumentState.Filed(_) ->
          new Difference(document, 0, true, isWorthAnother(was, will), false);
      case DocumentState.Renewed() -> new Difference(document, 0, true, false, false);
    };
  }

  private static Difference open(
      Edition before,
      SlotPlan was,
      Edition after,
      SlotPlan will,
      Country country,
      LocalDate today) {
    LocalDate from = was.applyBy();
    LocalDate to = will.applyBy();
    return new Difference(
        will.document().number(),
        from == null || to == null ? 0 : Math.toIntExact(DAYS.between(from, to)),
        (from == null) == (to == null),
        was.verb() != will.verb()
            || !was.waysOut().equals(will.waysOut())
            || !was.route().equals(will.route())
            || !restsOn(before, was, country).equals(restsOn(after, will, country)),
        isAhead(was.startBy(), today) && !isAhead(will.startBy(), today));
  }

  private static boolean isWorthAnother(SlotPlan was, SlotPlan will) {
    return was.status() != will.status()
        || was.verb() != will.verb()
        || was.has(Flag.STAY_NOT_KNOWN) != will.has(Flag.STAY_NOT_KNOWN);
  }

  private static boolean isAhead(@Nullable LocalDate start, LocalDate today) {
    return start != null && start.isAfter(today);
  }

  /**
   * The facts under the steps of a document, in their order. A sentence that is worded better is no
   * other step; what has to be done otherwise rests on another fact.
   */
  private static List<List<String>> restsOn(Edition edition, SlotPlan slot, Country country) {
    HeldDocument document = slot.document();
    return edition.packs().of(country).map(CountryPack::texts).stream()
        .map(texts -> texts.routes().get(slot.route()))
        .filter(Objects::nonNull)
        .flatMap(route -> route.steps().stream())
        .filter(step -> step.isFor(document.type(), true))
        .map(step -> step.facts())
        .toList();
  }
}

package org.termin.guidance.text;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.plan.Flag;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.plan.Verb;

/** The one sentence with which a stage opens, in either wording. */
final class StageSentence {
  private StageSentence() {}

  static String clear(Phrasebook book, Told told, int stage) {
    return filled(book, new Slots(book, told, false, false, Slots.Doubt.WORD), told, stage, false);
  }

  static String discreet(Phrasebook book, Told told, int stage) {
    return discreet(book, new Slots(book, told, true, false, Slots.Doubt.MARK), told, stage);
  }

  static String discreet(Phrasebook book, Slots slots, Told told, int stage) {
    String head = book.matter() + " " + told.slot().document().number() + "{more}: ";
    return Objects.requireNonNull(slots.fill(head)) + filled(book, slots, told, stage, true);
  }

  /**
   * Falls back to "this is where you are" where a date the sentence needs is not known, and first
   * to "the day has passed" where the sentence says by which day, and that day lies behind.
   */
  static String filled(Phrasebook book, Slots slots, Told told, int stage, boolean discreet) {
    return Stream.of(
            phrases(book, told, stage),
            slots.isLate() ? book.stages().get(StageNumber.SAFE_DAY_PASSED) : null,
            book.stages().get(StageNumber.YOU_ARE_HERE))
        .filter(Objects::nonNull)
        .flatMap(phrases -> phrases.in(discreet).stream())
        .filter(phrase -> !slots.isLate() || !phrase.contains("{by}"))
        .filter(phrase -> !phrase.contains("{by}") || !isUndated(told, stage, discreet))
        .map(slots::fill)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("stage 60 needs no dates"));
  }

  /**
   * New rules are told without their day where there is none, where it has been filed, and in a
   * clear text where what to do says the day itself.
   */
  private static boolean isUndated(Told told, int stage, boolean discreet) {
    return StageNumber.isRulesChanged(stage)
        && (told.slot().applyBy() == null
            || told.filedOn() != null
            || (!discreet && told.slot().verb() != Verb.PREPARE));
  }

  /** "They take it now" is said only where that is known. */
  private static Phrasebook.@Nullable StagePhrases phrases(Phrasebook book, Told told, int stage) {
    SlotPlan slot = told.slot();
    boolean files = slot.verb() == Verb.FILE || slot.verb() == Verb.FILE_LATE;
    boolean known = files && !slot.has(Flag.AFTER_EXPIRY_NOT_KNOWN);
    return stage == StageNumber.WINDOW_OPENED && !known
        ? book.openedMaybe()
        : book.stages().get(StageNumber.isRulesChanged(stage) ? StageNumber.RULES_CHANGED : stage);
  }
}

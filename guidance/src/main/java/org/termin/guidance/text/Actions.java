package org.termin.guidance.text;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.pack.LocalText;
import org.termin.guidance.pack.PackTexts.Moment;
import org.termin.guidance.plan.Flag;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.plan.Status;
import org.termin.guidance.plan.Verb;

/** Which "do this" a slot asks for; "file" is never among them before it can be filed. */
final class Actions {
  private Actions() {}

  /** The moment a document is in, or none where there is nothing to do but wait. */
  static @Nullable Moment moment(SlotPlan slot) {
    if (slot.status() == Status.LAPSED && slot.verb() == Verb.ACT) {
      return Moment.AFTER;
    }
    return switch (slot.verb()) {
      case PREPARE -> Moment.PREPARE;
      case PREPARE_AND_FILE_WHEN_TAKEN -> Moment.WHEN_TAKEN;
      case FILE -> Moment.FILE;
      case FILE_LATE -> Moment.LATE;
      case ACT -> Moment.ACT;
      case ASK -> Moment.ASK;
      case WAIT, NOTHING -> null;
    };
  }

  /** What to do now and by when, or nothing where there is nothing to do but wait. */
  static @Nullable String sentence(Phrasebook book, CountryTexts country, Told told, Slots slots) {
    if (told.slot().has(Flag.STAY_NOT_KNOWN) && told.slot().verb() == Verb.WAIT) {
      return slots.fill(Phrasebook.of(book.actions(), "stay-not-known"));
    }
    if (told.slot().has(Flag.FILED_OUTSIDE_WINDOW)) {
      return slots.fill(Phrasebook.of(book.actions(), "filed-unsure"));
    }
    Moment moment = moment(told.slot());
    if (moment == null) {
      return null;
    }
    String own = own(book, country, told, slots);
    if (own != null) {
      return own;
    }
    return keys(moment).stream()
        .map(key -> slots.fill(Phrasebook.of(book.actions(), key)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /**
   * The same for a mail, where "act" or "ask" is followed by the country's step for it: a mail has
   * the room, and nobody can act on the word alone.
   */
  static @Nullable String withStep(Phrasebook book, CountryTexts country, Told told, Slots slots) {
    String action = sentence(book, country, told, slots);
    Moment moment = moment(told.slot());
    boolean open = moment == Moment.ACT || moment == Moment.ASK;
    LocalText step = open ? country.route(told).sms().get(moment) : null;
    if (action == null || step == null || !step.isIn(book.language()) || told.oldSince() != null) {
      return action;
    }
    String filled = slots.fill(step.in(book.language()));
    return filled == null ? action : action + " " + filled;
  }

  /** What the country says in place of our general sentence, where that would be wrong. */
  static @Nullable String own(Phrasebook book, CountryTexts country, Told told, Slots slots) {
    Moment moment = moment(told.slot());
    LocalText own = moment == null ? null : country.route(told).actions().get(moment);
    if (own == null) {
      return null;
    }
    // it is a rule too, and somebody has to have looked it up
    return told.oldSince() == null
        ? slots.fill(own.in(book.language()))
        : slots.fill(Phrasebook.of(book.actions(), "ask"));
  }

  /** The phrases that say it, the first whose dates are known is told. */
  private static List<String> keys(Moment moment) {
    return switch (moment) {
      case PREPARE -> List.of("prepare", "prepare-undated");
      case WHEN_TAKEN -> List.of("when-taken");
      case FILE -> List.of("file");
      case LATE -> List.of("late", "file");
      case ACT -> List.of("act");
      case ASK -> List.of("ask");
      case AFTER -> List.of("lapsed");
      case OBSTACLE, ERRANDS -> List.of();
    };
  }

  /** Whether steps that file something may be shown. */
  static boolean mayFile(SlotPlan slot) {
    return switch (slot.verb()) {
      case FILE, FILE_LATE, PREPARE_AND_FILE_WHEN_TAKEN -> true;
      case PREPARE, ACT, ASK, WAIT, NOTHING -> false;
    };
  }
}

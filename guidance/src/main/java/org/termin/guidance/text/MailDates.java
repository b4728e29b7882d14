package org.termin.guidance.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.plan.Flag;
import org.termin.guidance.plan.SlotPlan;

/** The dates of one document in a mail, one sentence each. */
final class MailDates {
  private final Phrasebook book;
  private final Told told;
  private final Advice known;
  private final Slots slots;
  private final List<String> dates = new ArrayList<>();

  private MailDates(Phrasebook book, Told told, Advice known) {
    this.book = book;
    this.told = told;
    this.known = known;
    this.slots = new Slots(book, told, false, false, Slots.Doubt.WORD);
  }

  static List<String> of(Phrasebook book, Told told, Advice known) {
    MailDates dates = new MailDates(book, told, known);
    dates.document();
    if (!known.filesNothing() && !dates.dependOnAnswer()) {
      dates.opening();
    }
    dates.start();
    if (!known.filesNothing()) {
      dates.closing();
    }
    dates.add("grace", told.grace());
    return List.copyOf(dates.dates);
  }

  /** The latest opening of one ground beside the earliest closing of another says nothing. */
  private boolean dependOnAnswer() {
    ByAnswer byAnswer = known.byAnswer();
    return byAnswer != null && byAnswer.datesDiffer();
  }

  private void document() {
    LocalDate end = told.slot().document().lastValidDay();
    boolean ended = end != null && told.today().isAfter(end);
    fill(ended ? "expired" : "printed");
    fill("filed");
  }

  private void opening() {
    SlotPlan slot = told.slot();
    if (slot.opens() == null && slot.has(Flag.OPENING_NOT_KNOWN)) {
      fill("opens-unknown");
    }
    add(opensTooLate() ? "opens-too-late" : "opens", slot.opens());
  }

  private void start() {
    LocalDate start = told.slot().startBy();
    if (start != null && !start.isBefore(told.today())) {
      add("start", start);
    }
  }

  private void closing() {
    LocalDate apply = told.slot().applyBy();
    if (apply == null) {
      return;
    }
    boolean past = told.today().isAfter(apply);
    if (dependOnAnswer()) {
      add("apply-earliest", past ? null : apply);
    } else if (!opensTooLate()) {
      String late = slots.fill("{late}");
      String key = past ? "apply-past" : told.unsure() ? "apply-unconfirmed" : "apply";
      String sentence = phrase(key).replace("{date}", book.day(apply));
      dates.add(late == null ? sentence : sentence.replace("{late}", late));
    }
  }

  /** What binds ends before the day on which it can be handed in. */
  private boolean opensTooLate() {
    LocalDate opens = told.slot().opens();
    LocalDate apply = told.slot().applyBy();
    return opens != null && apply != null && opens.isAfter(apply);
  }

  private void fill(String key) {
    String sentence = slots.fill(phrase(key));
    if (sentence != null) {
      dates.add(sentence);
    }
  }

  private void add(String key, @Nullable LocalDate day) {
    if (day != null) {
      dates.add(phrase(key).replace("{date}", book.day(day)));
    }
  }

  private String phrase(String key) {
    return Phrasebook.of(book.mail(), key);
  }
}

package org.termin.guidance.text;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.plan.Trace;
import org.termin.guidance.plan.Trace.Said;

/** What stands in the braces of a sentence about one document. */
final class Slots {
  private final Phrasebook book;
  private final Told told;
  private final boolean discreet;
  private final boolean more;
  private final Doubt doubt;

  /** How a date that nobody has confirmed is marked. */
  enum Doubt {
    WORD,
    MARK,
    NONE
  }

  /**
   * @param more says how many other documents there are
   * @param doubt how to say behind a date that it is not confirmed
   */
  Slots(Phrasebook book, Told told, boolean discreet, boolean more, Doubt doubt) {
    this.book = book;
    this.told = told;
    this.discreet = discreet;
    this.more = more;
    this.doubt = doubt;
  }

  @Nullable String fill(String template) {
    return Template.fill(template, this::value);
  }

  /** Whether the day to hand it in by lies behind. */
  boolean isLate() {
    LocalDate apply = told.slot().applyBy();
    return apply != null && apply.isBefore(told.today());
  }

  /** What is in the way is over, so every day is the day to act; none of them is the last. */
  private boolean actsToday() {
    return told.slot().trace().of(Said.BLOCKED_BY).stream()
        .map(Trace.Line::day)
        .anyMatch(day -> day != null && day.isBefore(told.today()));
  }

  private @Nullable String value(String slot) {
    LocalDate apply = told.slot().applyBy();
    LocalDate end = told.slot().document().lastValidDay();
    return switch (slot) {
      case "Document" -> Phrasebook.capitalised(document());
      case "document" -> document();
      case "number" -> Integer.toString(told.slot().document().number());
      case "more" -> more();
      case "by" -> by(apply);
      case "apply" -> day(apply);
      case "passed" -> isLate() ? day(apply) : null;
      case "opens" -> ruled(told.slot().opens());
      case "expiry" -> day(end);
      case "grace" -> ruled(told.grace());
      case "until" -> ruled(told.until());
      case "checked" -> day(told.oldSince());
      case "filed" -> day(told.filedOn());
      case "sinceFiling" -> days(told.filedOn(), told.today());
      case "ago" -> days(end, told.today());
      case "late" -> days(apply, told.today());
      case "left" -> apply == null || actsToday() ? null : book.left(told.daysLeft(apply), true);
      case "days" ->
          apply == null || apply.isBefore(told.today()) || actsToday()
              ? null
              : book.left(told.daysLeft(apply), false);
      case "graceDay" -> number(end, told.today());
      case "graceDays" -> number(end, told.grace());
      default -> throw new IllegalStateException("no slot named " + slot);
    };
  }

  private String document() {
    String name = book.name(told.slot().document().type());
    return told.several()
        ? book.numbered()
            .replace("{document}", name)
            .replace("{number}", Integer.toString(told.slot().document().number()))
        : name;
  }

  private String more() {
    String phrase = Phrasebook.of(book.more(), discreet ? "discreet" : "clear");
    return more && told.more() > 0 ? phrase.replace("{count}", Integer.toString(told.more())) : "";
  }

  private String by(@Nullable LocalDate apply) {
    if (apply == null || isLate()) {
      return "";
    }
    if (apply.equals(told.today()) && !discreet) {
      return book.byToday();
    }
    String by = book.by().replace("{date}", book.day(apply));
    return told.unsure() ? by + doubted() : by;
  }

  /** A day that only a rule gives is as doubtful as the rule. */
  private @Nullable String ruled(@Nullable LocalDate day) {
    return day == null || told.oldSince() == null ? day(day) : day(day) + doubted();
  }

  private String doubted() {
    return switch (doubt) {
      case WORD -> book.unconfirmed();
      case MARK -> book.unsure();
      case NONE -> "";
    };
  }

  private @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : book.day(day);
  }

  private @Nullable String days(@Nullable LocalDate from, LocalDate to) {
    return from == null || to.isBefore(from) ? null : book.counted("day", DAYS.between(from, to));
  }

  private static @Nullable String number(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from == null || to == null || to.isBefore(from)) {
      return null;
    }
    return Long.toString(DAYS.between(from, to));
  }
}

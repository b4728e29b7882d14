package org.termin.standalone.outage;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.SlotPlan;
import org.termin.standalone.rest.Recording.Seen;

/**
 * Reads the days out of an English message and asks the plan of the day of arrival whether they are
 * true: how many are left, how many have passed, and every date with its weekday.
 */
final class TrueDays {
  private static final Pattern LEFT = Pattern.compile("(\\d+) days? left");
  private static final Pattern PAST = Pattern.compile("(\\d+) days? past the day");
  private static final Pattern AGO = Pattern.compile("(\\d+) days? ago");
  private static final Pattern DATE =
      Pattern.compile("(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\\d{2}\\.\\d{2}\\.\\d{4})");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

  private final Set<Long> left = new HashSet<>();
  private final Set<Long> gone = new HashSet<>();
  private final Set<LocalDate> dates = new HashSet<>();
  private int checked;

  private TrueDays(Plan plan, LocalDate today) {
    for (SlotPlan slot : plan.slots()) {
      add(slot.applyBy(), today);
      add(slot.opens(), today);
      add(slot.startBy(), today);
      add(slot.closes(), today);
      add(slot.graceEnd(), today);
      add(slot.document().lastValidDay(), today);
    }
  }

  private void add(@Nullable LocalDate day, LocalDate today) {
    if (day != null) {
      long days = ChronoUnit.DAYS.between(today, day);
      (days < 0 ? gone : left).add(Math.abs(days));
      dates.add(day);
    }
  }

  /** What was read: how many numbers and dates, and which of them are not true. */
  record Read(int checked, List<String> untrue) {}

  static Read of(Seen message, Plan plan, LocalDate today) {
    TrueDays days = new TrueDays(plan, today);
    String text = message.text();
    List<String> untrue = new ArrayList<>();
    days.count(LEFT.matcher(text), days.left, untrue);
    days.count(PAST.matcher(text), days.gone, untrue);
    days.count(AGO.matcher(text), days.gone, untrue);
    // a mail also gives the days of rules and sources, which are not the person's
    Matcher date = DATE.matcher(message.channel().equals("SMS") ? text : "");
    while (date.find()) {
      days.checked++;
      LocalDate day = LocalDate.parse(date.group(2), DAY);
      boolean weekday =
          day.getDayOfWeek().name().startsWith(date.group(1).toUpperCase(Locale.ROOT));
      if (!weekday || !days.dates.contains(day)) {
        untrue.add(date.group());
      }
    }
    return new Read(days.checked, untrue);
  }

  private void count(Matcher number, Set<Long> truth, List<String> untrue) {
    while (number.find()) {
      checked++;
      if (!truth.contains(Long.parseLong(number.group(1)))) {
        untrue.add(number.group());
      }
    }
  }
}

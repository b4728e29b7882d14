package org.termin.guidance.ladder;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.termin.guidance.ladder.Rungs.mail;
import static org.termin.guidance.ladder.Rungs.sms;
import static org.termin.guidance.ladder.StageNumber.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.termin.contract.words.DocumentType;

/** The ladder of a step that is filed before the document ends. */
final class Ordinary {

  /** Counted: 1–7a and "window opened". */
  private static final int MOST = 9;

  private static final Set<Integer> UNCOUNTED = Set.of(EXPIRED, GRACE_14, GRACE_2);

  private Ordinary() {}

  static List<Stage> stages(Rungs rungs) {
    Course course = rungs.course();
    LocalDate start = course.startBy();
    LocalDate apply = course.applyBy();
    long days = DAYS.between(start, apply);

    papers(rungs);
    start(rungs, days < 4);
    windowOpened(rungs);
    if (days >= 35) {
      rungs.add(mail(OBSTACLE).withMail().unlessAnswered(), start.plusDays(days / 3), apply);
    }
    if (days >= 63) {
      LocalDate on = start.plusDays(2 * days / 3);
      rungs.add(sms(TWO_THIRDS).withMail().unlessAnswered(), on, apply);
    }
    if (days >= 21) {
      rungs.add(sms(CONSEQUENCE), apply.minusDays(14), apply);
    }
    if (days >= 14) {
      rungs.add(mail(ONE_WEEK).withMail(), apply.minusDays(7), apply);
    }
    if (days >= 4) {
      rungs.add(sms(LAST_CALL).lastCall(true), apply.minusDays(2), apply);
    }
    LocalDate safe = course.safeDay();
    if (safe.isBefore(course.ends().minusDays(7)) && !course.lost()) {
      rungs.add(mail(SAFE_DAY_PASSED).notEarly(), safe.plusDays(1), course.ends());
    }
    afterExpiry(rungs);
    rungs.keepTo(MOST, UNCOUNTED, List.of(OBSTACLE, ONE_WEEK));
    return rungs.done();
  }

  /** Papers with a long lead; for passports the errands that need a valid one, and again late. */
  static void papers(Rungs rungs) {
    Course course = rungs.course();
    if (course.lost()) {
      return;
    }
    LocalDate on = course.startBy().minusDays(90);
    if (course.type() == DocumentType.PASSPORT) {
      LocalDate year = course.ends().minusMonths(12);
      on = year.isBefore(on) ? year : on;
      rungs.add(mail(ERRANDS).withMail(), course.ends().minusDays(60), course.ends());
    }
    rungs.add(mail(PAPERS).withMail().quietAfterSignUp(30), on, course.startBy());
  }

  static void start(Rungs rungs, boolean lastCall) {
    Course course = rungs.course();
    LocalDate start = course.startBy();
    // where the secret days would move it past the last day it comes early, and says so
    boolean asItOpens =
        start.equals(course.opens()) && !start.plusDays(Shift.MOST_DAYS).isAfter(course.applyBy());
    rungs.add(sms(START).lastCall(lastCall).notEarly(asItOpens), start, course.applyBy());
    if (start.isBefore(course.applyBy())) {
      rungs.add(
          mail(START_MAIL).besideText().notEarly(asItOpens), start.plusDays(1), course.applyBy());
    }
  }

  /** Within 14 days of "start today" the two are one message. */
  private static void windowOpened(Rungs rungs) {
    Course course = rungs.course();
    LocalDate opens = course.opens();
    if (opens == null || course.blocked() || course.lost()) {
      return;
    }
    if (Math.abs(DAYS.between(course.startBy(), opens)) > 14) {
      rungs.add(sms(WINDOW_OPENED).notEarly(), opens, course.applyBy());
    }
  }

  private static void afterExpiry(Rungs rungs) {
    Course course = rungs.course();
    if (course.lost()) {
      return;
    }
    LocalDate dayAfter = course.ends().plusDays(1);
    LocalDate grace = course.graceEnd();
    rungs.add(mail(EXPIRED).notEarly().afterExpiry(), dayAfter, grace == null ? dayAfter : grace);
    if (grace == null) {
      return;
    }
    // earlier by the secret days, and still after expiry
    if (grace.minusDays(14 + Shift.MOST_DAYS).isAfter(dayAfter)) {
      rungs.add(sms(GRACE_14).afterExpiry(), grace.minusDays(14), grace);
    }
    if (grace.minusDays(2).isAfter(dayAfter)) {
      rungs.add(sms(GRACE_2).afterExpiry().lastCall(true), grace.minusDays(2), grace);
    }
  }
}

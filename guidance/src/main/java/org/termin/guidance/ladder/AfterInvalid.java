package org.termin.guidance.ladder;

import static org.termin.guidance.ladder.Rungs.mail;
import static org.termin.guidance.ladder.Rungs.sms;
import static org.termin.guidance.ladder.StageNumber.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ladder of a step that is filed only once the document is no longer valid. */
final class AfterInvalid {

  private static final Set<Integer> AGAIN =
      Set.of(CONSEQUENCE_AGAIN, ONE_WEEK_AGAIN, LAST_CALL_AGAIN);

  private AfterInvalid() {}

  static List<Stage> stages(Rungs rungs) {
    Course course = rungs.course();
    LocalDate opens = course.opens() == null ? course.ends().plusDays(1) : course.opens();
    LocalDate apply = course.openEnded() ? null : course.applyBy();

    Ordinary.papers(rungs);
    Ordinary.start(rungs, false);
    boolean narrow = apply != null && apply.isBefore(opens.plusDays(4));
    if (!opens.equals(course.startBy())) {
      rungs.add(
          sms(WINDOW_OPENED).notEarly().lastCall(narrow), opens, apply == null ? opens : apply);
    }
    if (apply != null) {
      again(rungs, sms(CONSEQUENCE_AGAIN), apply.minusDays(14), opens, apply);
      again(rungs, mail(ONE_WEEK_AGAIN).withMail(), apply.minusDays(7), opens, apply);
      again(rungs, sms(LAST_CALL_AGAIN).lastCall(true), apply.minusDays(2), opens, apply);
    }
    after(rungs, sms(CONSEQUENCE), opens.plusDays(7), apply);
    after(rungs, mail(ONE_WEEK).withMail(), opens.plusDays(14), apply);
    after(rungs, sms(LAST_CALL), opens.plusDays(28), apply);
    rungs.keepTo(9, Set.of(), List.of(ONE_WEEK_AGAIN, ONE_WEEK));
    return rungs.done();
  }

  /** The warnings before the last day; they may come early by the secret days, but not before O. */
  private static void again(
      Rungs rungs, Rung rung, LocalDate on, LocalDate opens, LocalDate apply) {
    if (on.isAfter(opens.plusDays(1))) {
      rungs.add(rung, on, apply);
    }
  }

  /** The reminders after O, while unanswered; not after A, not beside a warning. */
  private static void after(Rungs rungs, Rung rung, LocalDate on, @Nullable LocalDate apply) {
    if ((apply != null && on.isAfter(apply)) || rungs.hasNear(on, Shift.MOST_DAYS, AGAIN)) {
      return;
    }
    boolean roomLater = apply == null || !on.plusDays(Shift.MOST_DAYS).isAfter(apply);
    rungs.add(rung.unlessAnswered().notEarly(roomLater), on, apply == null ? on : apply);
  }
}

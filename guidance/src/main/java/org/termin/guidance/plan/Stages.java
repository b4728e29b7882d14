package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.List;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.ladder.Course;
import org.termin.guidance.ladder.Ladder;
import org.termin.guidance.ladder.Stage;

/** From a reckoned step to its ladder. */
final class Stages {

  private Stages() {}

  static List<Stage> of(
      HeldDocument document, Step step, Status status, Pending pending, LocalDate today) {
    Course course = course(document, step, status == Status.BLOCKED, today);
    if (status == Status.FILED_WAITING
        && document.state() instanceof DocumentState.Filed(LocalDate on)) {
      return pending.stayNotKnown()
          ? Ladder.filedButStayNotKnown(course, on)
          : Ladder.waiting(course, on);
    }
    return Ladder.filing(course, day -> Verdict.verb(step, status, day));
  }

  private static Course course(HeldDocument document, Step step, boolean blocked, LocalDate today) {
    boolean lost =
        document.state() instanceof DocumentState.Lost
            && document.type() != DocumentType.RESIDENCE_PERMIT;
    // where the document in the way is over, a ladder on "today" would begin anew every day
    boolean over = blocked && step.safeDay().isBefore(today);
    LocalDate applyBy = over ? step.closes() : step.applyBy();
    return new Course(
        document.number(),
        document.type(),
        lost,
        step.opens(),
        over ? step.startFor(applyBy) : step.startBy(),
        applyBy,
        step.safeDay(),
        step.ends(),
        step.graceEnd(),
        step.afterInvalid() && !blocked,
        step.openEnded(),
        blocked);
  }
}

package org.termin.guidance.plan;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.ladder.Course;
import org.termin.guidance.ladder.Ladder;
import org.termin.guidance.ladder.Stage;
import org.termin.guidance.plan.Trace.Line;
import org.termin.guidance.plan.Trace.Said;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Stay;
import org.termin.guidance.rule.StayWhilePending;
import org.termin.guidance.rule.Supersession;
import org.termin.guidance.rule.Unblock;
import org.termin.guidance.rule.WayOut;

/** Plans one document of one person. */
final class SlotPlanner {

  private final Pack pack;
  private final boolean generic;
  private final @Nullable String ground;
  private final LocalDate today;

  SlotPlanner(Pack pack, boolean generic, @Nullable String ground, LocalDate today) {
    this.pack = pack;
    this.generic = generic;
    this.ground = ground;
    this.today = today;
  }

  SlotPlan plan(HeldDocument document, Holdings holdings) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (generic) {
      flags.add(Flag.NO_PACK);
    }
    if (document.state() instanceof DocumentState.Lost) {
      flags.add(Flag.LOST);
    }
    Supersession closing = holdings.closing(document.type(), today);
    LocalDate end = document.lastValidDay();
    if (document.state() instanceof DocumentState.Renewed || closing != null) {
      return ended(document, Status.RENEWED, flags, closing);
    }
    if (end == null) {
      flags.add(Flag.NO_END);
      Status status =
          document.state() instanceof DocumentState.Filed ? Status.FILED_WAITING : Status.VALID;
      return ended(document, status, flags, null);
    }
    return running(document, holdings, end, flags);
  }

  private SlotPlan running(
      HeldDocument document, Holdings holdings, LocalDate end, Set<Flag> flags) {
    LocalDate day = document.state() instanceof DocumentState.Filed(LocalDate on) ? on : today;
    Choice choice =
        Choice.of(
            pack,
            document,
            ground,
            day,
            route -> Reckoning.of(pack, route, document, holdings, end, day, ground));
    Step step = choice.step();
    flags.addAll(step.flags());

    Status status = Verdict.status(step, document.state(), today);
    Verb verb = Verdict.verb(step, status, today);
    boolean waiting = status == Status.FILED_WAITING;
    if (document.state() instanceof DocumentState.Filed && !waiting) {
      flags.add(Flag.FILED_OUTSIDE_WINDOW);
    }
    if (isLate(step, status)) {
      flags.add(Flag.LATE);
    }
    List<Line> lines = new ArrayList<>(step.lines());
    List<Unblock> waysOut = status == Status.BLOCKED ? blocked(step, lines) : List.of();
    boolean stays = false;
    if (waiting) {
      lines.add(line(Said.FILED, step.route().id(), day, true));
      if (document.type() == DocumentType.RESIDENCE_PERMIT) {
        stays = stays(step.route(), lines);
        if (!stays) {
          flags.add(Flag.STAY_NOT_KNOWN);
        }
      }
    }
    lines.addAll(choice.others());
    return new SlotPlan(
        document,
        status,
        verb,
        step.route().id(),
        step.opens(),
        step.startBy(),
        step.applyBy(),
        step.afterInvalid() ? null : step.closes(),
        step.graceEnd(),
        step.binding().rule(),
        (int) DAYS.between(today, step.applyBy()),
        flags,
        Purposes.of(document, end, pack, ground, today, stays, flags.contains(Flag.STAY_NOT_KNOWN)),
        waysOut,
        new Trace(lines),
        stages(document, step, status, flags));
  }

  private boolean isLate(Step step, Status status) {
    return switch (status) {
      case RENEWED, FILED_WAITING, BLOCKED -> false;
      case ASK, LAPSED, GRACE, APPLY_NOW, WINDOW_OPEN, START_NOW, VALID ->
          today.isAfter(step.applyBy()) && !step.openEnded();
    };
  }

  private static List<Unblock> blocked(Step step, List<Line> lines) {
    Bound bound = step.binding();
    lines.add(
        new Line(
            Said.BLOCKED_BY,
            bound.rule(),
            bound.document(),
            bound.day(),
            true,
            true,
            null,
            bound.claim()));
    List<Unblock> ways = new ArrayList<>();
    for (WayOut way : step.route().waysOut()) {
      if (way.blockedBy() == null || way.blockedBy() == bound.document()) {
        ways.add(way.unblock());
        lines.add(
            new Line(
                Said.WAY_OUT,
                way.claim() == null ? step.route().id() : way.claim().id(),
                way.blockedBy(),
                null,
                false,
                true,
                way.unblock(),
                way.claim()));
      }
    }
    if (ways.isEmpty()) {
      ways.add(Unblock.NONE_KNOWN);
    }
    return ways;
  }

  private boolean stays(Route route, List<Line> lines) {
    StayWhilePending pending = route.stayWhilePending();
    boolean stays = pending != null && pending.stay() == Stay.YES && pending.claim().holdsOn(today);
    Said said = stays ? Said.STAY_UNTIL_DECISION : Said.STAY_NOT_KNOWN;
    lines.add(
        pending == null
            ? line(said, route.id(), null, false)
            : new Line(
                said, pending.claim().id(), null, null, false, stays, null, pending.claim()));
    return stays;
  }

  private List<Stage> stages(HeldDocument document, Step step, Status status, Set<Flag> flags) {
    boolean lost =
        document.state() instanceof DocumentState.Lost
            && document.type() != DocumentType.RESIDENCE_PERMIT;
    boolean blocked = status == Status.BLOCKED;
    // where the document in the way is over, a ladder on "today" would begin anew every day
    boolean over = blocked && step.safeDay().isBefore(today);
    LocalDate applyBy = over ? step.closes() : step.applyBy();
    Course course =
        new Course(
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
    return switch (document.state()) {
      case DocumentState.Filed(LocalDate on) when status == Status.FILED_WAITING ->
          flags.contains(Flag.STAY_NOT_KNOWN)
              ? Ladder.filedButStayNotKnown(course, on)
              : Ladder.waiting(course, on);
      default -> Ladder.filing(course, day -> Verdict.verb(step, status, day));
    };
  }

  private static SlotPlan ended(
      HeldDocument document, Status status, Set<Flag> flags, @Nullable Supersession closing) {
    List<Line> lines = new ArrayList<>();
    if (closing != null) {
      lines.add(
          new Line(
              Said.SUPERSEDED_BY,
              closing.claim().id(),
              closing.by(),
              null,
              false,
              true,
              null,
              closing.claim()));
    }
    return new SlotPlan(
        document,
        status,
        status == Status.FILED_WAITING ? Verb.WAIT : Verb.NOTHING,
        Generic.ID,
        null,
        null,
        null,
        null,
        null,
        Generic.ID,
        0,
        flags,
        List.of(),
        List.of(),
        new Trace(lines),
        List.of());
  }

  private static Line line(Said said, String rule, @Nullable LocalDate day, boolean confirmed) {
    return new Line(said, rule, null, day, false, confirmed, null, null);
  }
}

package org.termin.guidance.plan;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.plan.Trace.Line;
import org.termin.guidance.plan.Trace.Said;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Supersession;

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
      return undated(document, Status.RENEWED, Verb.NOTHING, flags, closing);
    }
    if (end == null) {
      flags.add(Flag.NO_END);
      return document.state() instanceof DocumentState.Filed
          ? undated(document, Status.FILED_WAITING, Verb.WAIT, flags, null)
          : undated(document, Status.VALID, Verb.NOTHING, flags, null);
    }
    return dated(document, holdings, end, flags);
  }

  private SlotPlan dated(HeldDocument document, Holdings holdings, LocalDate end, Set<Flag> flags) {
    LocalDate day = document.state() instanceof DocumentState.Filed(LocalDate on) ? on : today;
    Choice choice =
        Choice.of(
            pack,
            document,
            ground,
            day,
            (route, of) -> Reckoning.of(new Asked(pack, route, document, holdings, end, day, of)));
    Step step = choice.step();
    Status status = Verdict.status(step, document.state(), today);
    WaysOut out = WaysOut.of(step, status);
    Pending pending = Pending.of(document, step, status, today);

    flags.addAll(step.flags());
    if (document.state() instanceof DocumentState.Filed && status == Status.ASK) {
      flags.add(Flag.FILED_OUTSIDE_WINDOW);
    }
    if (pending.stayNotKnown()) {
      flags.add(Flag.STAY_NOT_KNOWN);
    }
    if (Verdict.isLate(step, status, today)) {
      flags.add(Flag.LATE);
    }
    List<Line> lines = new ArrayList<>(step.lines());
    lines.addAll(out.lines());
    lines.addAll(pending.lines());
    lines.addAll(choice.others());
    if (lines.stream().map(Line::claim).anyMatch(claim -> claim != null && claim.isOldOn(today))) {
      flags.add(Flag.RULE_IS_OLD);
    }
    return new SlotPlan(
        document,
        status,
        verb(choice, status),
        step.route().id(),
        step.opens(),
        step.startBy(),
        step.applyBy(),
        step.afterInvalid() ? null : step.closes(),
        step.graceEnd(),
        step.binding().rule(),
        (int) DAYS.between(today, step.applyBy()),
        flags,
        Purposes.of(document, end, holdings, pack, ground, today, pending),
        out.ways(),
        choice.windows(),
        new Trace(lines),
        Stages.of(document, step, status, pending, today),
        false);
  }

  /** On some ground "prepare" would let the days pass, on some "too late" is not true yet. */
  private Verb verb(Choice choice, Status status) {
    Verb verb = Verdict.verb(choice.step(), status, today);
    boolean depends =
        switch (verb) {
          case PREPARE -> status == Status.ASK;
          case ACT, FILE_LATE -> status != Status.BLOCKED;
          case FILE, PREPARE_AND_FILE_WHEN_TAKEN, ASK, WAIT, NOTHING -> false;
        };
    return depends && choice.mayTakeForSomeOn(today) ? Verb.ASK : verb;
  }

  /** Closed, or without an end: nothing to date and nothing to say. */
  private static SlotPlan undated(
      HeldDocument document,
      Status status,
      Verb verb,
      Set<Flag> flags,
      @Nullable Supersession closing) {
    List<Line> lines =
        closing == null
            ? List.of()
            : List.of(
                new Line(
                    Said.SUPERSEDED_BY,
                    closing.claim().id(),
                    closing.by(),
                    null,
                    false,
                    true,
                    null,
                    closing.claim()));
    return new SlotPlan(
        document,
        status,
        verb,
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
        List.of(),
        new Trace(lines),
        List.of(),
        false);
  }
}

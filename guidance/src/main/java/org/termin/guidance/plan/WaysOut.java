package org.termin.guidance.plan;

import java.util.ArrayList;
import java.util.List;
import org.termin.guidance.plan.Trace.Line;
import org.termin.guidance.plan.Trace.Said;
import org.termin.guidance.rule.Unblock;
import org.termin.guidance.rule.WayOut;

/** Of a blocked step: the edge in the way and the ways around it, in the pack's order. */
record WaysOut(List<Unblock> ways, List<Line> lines) {

  static WaysOut of(Step step, Status status) {
    if (status != Status.BLOCKED) {
      return new WaysOut(List.of(), List.of());
    }
    Bound bound = step.binding();
    List<Unblock> ways = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
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
    for (WayOut way : step.route().waysOut()) {
      if (way.blockedBy() == null || way.blockedBy() == bound.document()) {
        ways.add(way.unblock());
        lines.add(line(step, way));
      }
    }
    return new WaysOut(ways.isEmpty() ? List.of(Unblock.NONE_KNOWN) : ways, lines);
  }

  private static Line line(Step step, WayOut way) {
    String rule = way.claim() == null ? step.route().id() : way.claim().id();
    return new Line(
        Said.WAY_OUT, rule, way.blockedBy(), null, false, true, way.unblock(), way.claim());
  }
}

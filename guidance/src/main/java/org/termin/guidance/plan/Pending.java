package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.plan.Trace.Line;
import org.termin.guidance.plan.Trace.Said;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Stay;
import org.termin.guidance.rule.StayWhilePending;

/** While a filing is decided: whether the permit's holder may stay beyond its last day. */
record Pending(boolean staysUntilDecision, boolean stayNotKnown, List<Line> lines) {

  static Pending of(HeldDocument document, Step step, Status status, LocalDate today) {
    if (status != Status.FILED_WAITING
        || !(document.state() instanceof DocumentState.Filed(LocalDate on))) {
      return new Pending(false, false, List.of());
    }
    List<Line> lines = new ArrayList<>();
    lines.add(line(Said.FILED, step.route().id(), on, true));
    if (document.type() != DocumentType.RESIDENCE_PERMIT) {
      return new Pending(false, false, lines);
    }
    StayWhilePending pending = step.route().stayWhilePending();
    if (pending == null) {
      lines.add(line(Said.STAY_NOT_KNOWN, step.route().id(), null, false));
      return new Pending(false, true, lines);
    }
    Claim claim = pending.claim();
    // what is said of filing in time is not said of filing in the grace
    boolean timely = !on.isAfter(step.closes());
    boolean stays = timely && pending.stay() == Stay.YES && claim.holdsOn(today);
    Said said = stays ? Said.STAY_UNTIL_DECISION : Said.STAY_NOT_KNOWN;
    lines.add(new Line(said, claim.id(), null, null, false, stays, null, claim));
    return new Pending(stays, !stays, lines);
  }

  private static Line line(Said said, String rule, @Nullable LocalDate day, boolean confirmed) {
    return new Line(said, rule, null, day, false, confirmed, null, null);
  }
}

package org.termin.guidance.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.plan.Trace.Said;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Closing;
import org.termin.guidance.rule.Grace;
import org.termin.guidance.rule.Periods;

/** C and G: until when a step may be filed by its own rule, and until when it is still taken. */
record Closes(LocalDate on, @Nullable LocalDate graceEnd) {

  static Closes of(Asked asked, Findings findings, Opens opens) {
    // filed only after the end, a step has no day before it to close on
    return opens.afterInvalid()
        ? new Closes(asked.end(), null)
        : new Closes(closing(asked, findings), grace(asked, findings));
  }

  private static LocalDate closing(Asked asked, Findings findings) {
    return switch (asked.route().window().closing()) {
      case Closing.NotKnown() -> {
        String route = asked.route().id();
        LocalDate end = asked.end();
        findings.flag(Flag.CLOSING_NOT_KNOWN);
        findings.bound(new Bound(end, Bound.Sort.WINDOW, route, null, false, null));
        findings.say(Said.CLOSING_NOT_KNOWN, route, null, end, false, null);
        yield end;
      }
      case Closing.Before(Claim claim, var periods) -> {
        LocalDate on = Periods.closingBefore(asked.end(), periods);
        boolean fact = findings.restricts(claim, on);
        findings.bound(new Bound(on, Bound.Sort.WINDOW, claim.id(), null, fact, claim));
        findings.say(Said.CLOSES, claim.id(), null, on, fact, claim);
        yield on;
      }
    };
  }

  /** A grace permits: past its own end it is dropped, never guessed. */
  private static @Nullable LocalDate grace(Asked asked, Findings findings) {
    Grace grace = asked.route().window().grace();
    if (grace == null) {
      return null;
    }
    Claim claim = grace.claim();
    LocalDate until = Periods.graceAfter(asked.end(), grace.periods());
    LocalDate known = claim.validUntil();
    if (known != null && known.isBefore(until)) {
      until = known;
    }
    if (!until.isAfter(asked.end())) {
      findings.flag(Flag.RULE_HAS_ENDED);
      findings.say(Said.GRACE_DROPPED, claim.id(), null, known, false, claim);
      return null;
    }
    findings.say(Said.GRACE_ENDS, claim.id(), null, until, true, claim);
    return until;
  }

  /** The end of the route is an edge; where it comes before the first day, nothing is known. */
  static boolean routeMayBeClosed(Asked asked, Findings findings, LocalDate first) {
    Claim claim = asked.route().claim();
    LocalDate until = claim.validUntil();
    if (until == null) {
      return false;
    }
    if (until.isBefore(first)) {
      findings.flag(Flag.ROUTE_MAY_BE_CLOSED);
      findings.say(Said.ROUTE_ENDED, claim.id(), null, until, false, claim);
      return true;
    }
    findings.bound(new Bound(until, Bound.Sort.ROUTE_END, claim.id(), null, true, claim));
    findings.say(Said.ROUTE_ENDS, claim.id(), null, until, true, claim);
    return false;
  }
}

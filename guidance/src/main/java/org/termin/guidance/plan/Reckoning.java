package org.termin.guidance.plan;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.plan.Trace.Said;

/** Reckons one route for one document: O, C, G, A, S and what stands in the way. */
final class Reckoning {

  private Reckoning() {}

  static Step of(Asked asked) {
    Findings findings = new Findings();
    String route = asked.route().id();
    findings.say(Said.PRINTED, route, asked.document().type(), asked.end(), true, null);
    Opens opens = Opens.of(asked, findings);
    Closes closes = Closes.of(asked, findings, opens);
    new Requirements(asked, findings, opens, closes.on()).check();
    Caps.onThisStep(asked, findings);
    Caps.onThePermit(asked, findings, opens);
    LocalDate first = opens.firstFrom(asked.day());
    boolean closed = Closes.routeMayBeClosed(asked, findings, first);

    boolean openEnded = findings.bounds().isEmpty();
    Bound blockedBy = blockedBy(asked, findings, first);
    Bound binding = blockedBy == null ? binding(asked, findings, opens) : blockedBy;
    LocalDate applyBy = binding.day();
    if (blockedBy != null && applyBy.isBefore(asked.day())) {
      applyBy = asked.day();
    }
    if (!binding.confirmed() || closed) {
      findings.flag(Flag.NOT_CONFIRMED);
    }
    LocalDate startBy = Start.by(asked, findings, opens, closes.on(), applyBy);
    LocalDate passed = findings.passed();
    return new Step(
        asked.route(),
        asked.end(),
        opens.afterInvalid(),
        openEnded,
        opens.known(),
        opens.on(),
        closes.on(),
        closes.graceEnd(),
        lastFiling(opens, closes, applyBy, openEnded),
        applyBy,
        passed == null ? binding.day() : passed,
        startBy,
        DAYS.between(startBy, applyBy),
        binding,
        findings.required(),
        blockedBy,
        closed,
        findings.isUndecided(),
        findings.flags(),
        findings.lines(binding));
  }

  /** The rule that gives A; without any, a step after the end is for its first possible day. */
  private static Bound binding(Asked asked, Findings findings, Opens opens) {
    return findings.bounds().stream()
        .min(Bound.EARLIEST)
        .orElseGet(
            () ->
                new Bound(
                    opens.on() == null ? asked.end().plusDays(1) : opens.on(),
                    Bound.Sort.GENERIC,
                    asked.route().id(),
                    null,
                    false,
                    null));
  }

  /** A known requirement that leaves no day. What is filed can only be outside the window. */
  private static @Nullable Bound blockedBy(Asked asked, Findings findings, LocalDate first) {
    if (asked.isFiled()) {
      return null;
    }
    return findings.required().stream()
        .filter(Bound::confirmed)
        .filter(bound -> bound.day().isBefore(first))
        .min(Bound.EARLIEST)
        .orElse(null);
  }

  private static LocalDate lastFiling(
      Opens opens, Closes closes, LocalDate applyBy, boolean openEnded) {
    if (opens.afterInvalid()) {
      return openEnded ? LocalDate.MAX : applyBy;
    }
    return closes.graceEnd() == null ? closes.on() : closes.graceEnd();
  }
}

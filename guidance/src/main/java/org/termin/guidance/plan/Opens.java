package org.termin.guidance.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.plan.Trace.Said;
import org.termin.guidance.rule.Certainty;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Opening;
import org.termin.guidance.rule.Periods;
import org.termin.guidance.rule.Rule;

/**
 * O: from when a step may be filed.
 *
 * @param on none with {@code known}: no limit
 * @param afterInvalid only once the document is no longer valid
 */
record Opens(@Nullable LocalDate on, boolean known, boolean afterInvalid) {

  static Opens of(Asked asked, Findings findings) {
    Opens opens = afterInvalid(asked, findings, window(asked, findings));
    for (var rule : asked.route().rules(Rule.IssuedOnlyAfterInvalid.class)) {
      findings.flag(Flag.ISSUED_ONLY_AFTER_EXPIRY);
      LocalDate last = asked.lastValidDay(rule.document());
      Claim claim = rule.claim();
      findings.say(Said.ISSUED_ONLY_AFTER_INVALID, claim.id(), rule.document(), last, true, claim);
    }
    if (!opens.known()) {
      findings.flag(Flag.OPENING_NOT_KNOWN);
    }
    return opens;
  }

  /** The first day that is left. */
  LocalDate firstFrom(LocalDate day) {
    return on == null || on.isBefore(day) ? day : on;
  }

  private static Opens window(Asked asked, Findings findings) {
    String route = asked.route().id();
    LocalDate lost = asked.lostOn();
    if (lost != null) {
      findings.say(Said.OPENS, route, null, lost, true, null);
      return new Opens(lost, true, false);
    }
    return switch (asked.route().window().opening()) {
      case Opening.NoLimit() -> {
        findings.say(Said.OPENS_AT_ANY_TIME, route, null, null, true, null);
        yield new Opens(null, true, false);
      }
      case Opening.NotKnown() -> {
        findings.say(Said.OPENING_NOT_KNOWN, route, null, null, false, null);
        yield new Opens(null, false, false);
      }
      case Opening.Before(Claim claim, var periods) -> {
        LocalDate on = Periods.openingBefore(asked.end(), periods);
        findings.say(Said.OPENS, claim.id(), null, on, findings.restricts(claim, on), claim);
        yield new Opens(on, true, false);
      }
    };
  }

  /** Moves O behind the document's end where the step is filed only after it. */
  private static Opens afterInvalid(Asked asked, Findings findings, Opens window) {
    Opens opens = window;
    for (var rule : asked.route().rules(Rule.FiledOnlyAfterInvalid.class)) {
      Claim claim = rule.claim();
      LocalDate last = asked.lastValidDay(rule.document());
      if (last == null) {
        findings.say(Said.NOT_ENTERED, claim.id(), rule.document(), null, false, claim);
        continue;
      }
      LocalDate from = last.plusDays(1);
      opens = new Opens(opens.firstFrom(from), true, true);
      boolean known = rule.certainty() == Certainty.KNOWN;
      findings.flag(known ? Flag.FILED_ONLY_AFTER_EXPIRY : Flag.AFTER_EXPIRY_NOT_KNOWN);
      boolean fact = findings.restricts(claim, from) && known;
      findings.say(Said.FILED_ONLY_AFTER_INVALID, claim.id(), rule.document(), from, fact, claim);
    }
    return opens;
  }
}

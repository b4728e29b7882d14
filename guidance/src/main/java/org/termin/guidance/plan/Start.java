package org.termin.guidance.plan;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import org.termin.guidance.plan.Trace.Said;
import org.termin.guidance.rule.Lead;

/** S: from when on one must be busy with the step, never after A. */
final class Start {

  private Start() {}

  static LocalDate by(
      Asked asked, Findings findings, Opens opens, LocalDate closes, LocalDate applyBy) {
    LocalDate start = unlimited(asked, findings, opens, closes, applyBy);
    return start.isAfter(applyBy) ? applyBy : start;
  }

  private static LocalDate unlimited(
      Asked asked, Findings findings, Opens opens, LocalDate closes, LocalDate applyBy) {
    LocalDate lost = asked.lostOn();
    if (lost != null) {
      return lost;
    }
    if (asked.route().asSoonAsItOpens() && opens.on() != null && !opens.afterInvalid()) {
      findings.say(Said.START_AS_IT_OPENS, asked.route().id(), null, opens.on(), true, null);
      return opens.on();
    }
    Lead lead = asked.route().longestLead();
    Lead ours = Generic.lead(asked.document().type());
    LocalDate start = led(asked, closes, applyBy, lead == null ? ours.days() : lead.days());
    if (lead == null) {
      findings.flag(Flag.OUR_LEAD);
      findings.say(Said.START_BY_OUR_LEAD, Generic.ID, null, start, false, null);
    } else {
      findings.say(Said.START_BY_LEAD, lead.claim().id(), null, start, true, lead.claim());
    }
    return start;
  }

  /** A lead is counted from the printed day; an earlier A moves the start with it. */
  private static LocalDate led(Asked asked, LocalDate closes, LocalDate applyBy, int days) {
    long preparation = days - DAYS.between(closes, asked.end());
    return (applyBy.isBefore(closes) ? applyBy : closes).minusDays(preparation);
  }
}

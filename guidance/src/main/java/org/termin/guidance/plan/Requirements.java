package org.termin.guidance.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.plan.Trace.Said;
import org.termin.guidance.rule.Certainty;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Rule;
import org.termin.guidance.rule.Substitution.Edge;

/** What the step asks of the other documents, and how far those reach. */
final class Requirements {

  private final Asked asked;
  private final Findings findings;
  private final Opens opens;
  private final LocalDate closes;

  Requirements(Asked asked, Findings findings, Opens opens, LocalDate closes) {
    this.asked = asked;
    this.findings = findings;
    this.opens = opens;
    this.closes = closes;
  }

  void check() {
    asked.route().rules().forEach(this::check);
  }

  private void check(Rule rule) {
    switch (rule) {
      case Rule.RequiresValidAtFiling r -> require(r, accepted(r.document()), r.certainty());
      case Rule.RequiresValidFor r -> require(r, held(r.document()), r.certainty());
      case Rule.RequiresHeld r ->
          require(r, asked.holdings().reach(r.document(), null), r.certainty());
      case Rule.AcceptsExpired r -> {
        boolean required =
            asked.route().rules(Rule.RequiresValidAtFiling.class).stream()
                .anyMatch(other -> other.document() == r.document());
        // once the acceptance has ended, whether a valid one is needed is not known
        if (!required && r.claim().validUntil() != null) {
          require(r, accepted(r.document()), Certainty.UNKNOWN);
        }
      }
      case Rule.EndsWith r -> endsWith(r);
      case Rule.LimitsNext _, Rule.FiledOnlyAfterInvalid _, Rule.IssuedOnlyAfterInvalid _ -> {}
    }
  }

  /** It moves no day of the step; the day on which the document stops serving is a purpose. */
  private void endsWith(Rule.EndsWith rule) {
    if (asked.holdings().reach(rule.document(), null) instanceof Reach.Until until
        && until.day().isBefore(asked.end())) {
      Claim claim = rule.claim();
      boolean fact = findings.restricts(claim, until.day());
      findings.say(Said.ENDS_WITH, claim.id(), rule.document(), until.day(), fact, claim);
    }
  }

  private Reach held(DocumentType type) {
    return type == asked.document().type()
        ? new Reach.Until(asked.end(), true, null)
        : asked.holdings().reach(type, Edge.VALID_AT_FILING);
  }

  private Reach accepted(DocumentType type) {
    for (var rule : asked.route().rules(Rule.AcceptsExpired.class)) {
      if (rule.document() == type && asked.holdings().hasBooklet(type)) {
        Claim claim = rule.claim();
        LocalDate until = claim.validUntil();
        findings.say(Said.EXPIRED_ACCEPTED, claim.id(), type, until, true, claim);
        return held(type)
            .or(until == null ? new Reach.NoEnd(true, claim) : new Reach.Until(until, true, claim));
      }
    }
    return held(type);
  }

  private void require(Rule rule, Reach reach, Certainty certainty) {
    switch (reach) {
      case Reach.NotEntered() -> {
        Claim claim = rule.claim();
        findings.flag(Flag.OTHER_DOCUMENT_NOT_ENTERED);
        findings.say(Said.NOT_ENTERED, claim.id(), rule.document(), null, false, claim);
      }
      case Reach.NoEnd(boolean confirmed, Claim by) -> standsIn(rule, by, null, confirmed);
      case Reach.Until(LocalDate ends, boolean confirmed, Claim by) -> {
        standsIn(rule, by, ends, confirmed);
        until(rule, ends, confirmed && certainty == Certainty.KNOWN);
      }
    }
  }

  private void until(Rule rule, LocalDate ends, boolean sure) {
    LocalDate last = rule instanceof Rule.RequiresValidFor r ? ends.minus(r.period()) : ends;
    Claim claim = rule.claim();
    boolean over = last.isBefore(asked.day());
    LocalDate filingTime = closes.minusDays(Generic.longestLead(asked.pack()));
    // whoever has filed has chosen the day, and on that day it was needed
    boolean inFilingTime = asked.isFiled() || !asked.day().isBefore(filingTime);
    boolean endsEarly = !opens.known() && last.isBefore(filingTime);
    if (endsEarly && !(sure && over && inFilingTime)) {
      notYet(rule, ends, sure);
      return;
    }
    boolean fact = findings.restricts(claim, last) && sure;
    if (!fact && over) {
      // perhaps not required at all: it cannot bind a day that is still to come
      findings.passed(last);
      notYet(rule, ends, false);
      return;
    }
    if (!fact && opens.on() != null && last.isBefore(opens.on())) {
      findings.undecided();
    }
    findings.bound(
        new Bound(last, Bound.Sort.REQUIREMENT, claim.id(), rule.document(), fact, claim));
    findings.say(said(rule), claim.id(), rule.document(), last, fact, claim);
  }

  private static Said said(Rule rule) {
    return switch (rule) {
      case Rule.RequiresHeld _ -> Said.MUST_BE_HELD;
      case Rule.RequiresValidFor _ -> Said.MUST_STAY_VALID;
      default -> Said.MUST_BE_VALID;
    };
  }

  private void notYet(Rule rule, LocalDate ends, boolean sure) {
    Claim claim = rule.claim();
    findings.undecided();
    findings.say(Said.DOES_NOT_BIND_YET, claim.id(), rule.document(), ends, sure, claim);
  }

  private void standsIn(
      Rule rule, @Nullable Claim by, @Nullable LocalDate until, boolean confirmed) {
    boolean said =
        asked.route().rules(Rule.AcceptsExpired.class).stream()
            .anyMatch(accepts -> accepts.claim().equals(by));
    if (by != null && !said) {
      findings.say(Said.SUBSTITUTED, by.id(), rule.document(), until, confirmed, by);
    }
  }
}

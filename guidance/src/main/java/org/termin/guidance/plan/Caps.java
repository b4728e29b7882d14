package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.plan.Trace.Said;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Processing;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Rule;
import org.termin.guidance.rule.Substitution.Edge;

/** Caps on the next permit: they make a renewal worthless and the substitute urgent. */
final class Caps {

  private Caps() {}

  /** A cap on what is asked for moves no day of this step, but may make it worthless. */
  static void onThisStep(Asked asked, Findings findings) {
    for (var rule : asked.route().rules(Rule.LimitsNext.class)) {
      LocalDate cap = day(asked, rule);
      if (cap != null) {
        Claim claim = rule.claim();
        boolean fact = findings.restricts(claim, cap);
        findings.say(said(rule), claim.id(), rule.document(), cap, fact, claim);
        if (!cap.isAfter(asked.end())) {
          findings.flag(Flag.RENEWAL_ADDS_NO_DAY);
        }
      }
    }
  }

  /** The substitute must be there by the cap of the permit, so it is asked for before. */
  static void onThePermit(Asked asked, Findings findings, Opens opens) {
    DocumentType own = asked.document().type();
    if (opens.afterInvalid()
        || own == DocumentType.RESIDENCE_PERMIT
        || !asked.holdings().uses(DocumentType.RESIDENCE_PERMIT)) {
      return;
    }
    for (Route permit : asked.pack().routesFor(DocumentType.RESIDENCE_PERMIT)) {
      if (asked.ground() == null || permit.isOpenTo(asked.ground())) {
        permit.rules(Rule.LimitsNext.class).stream()
            .filter(rule -> rule.document() == own)
            .forEach(rule -> neededBy(asked, findings, rule));
      }
    }
  }

  private static void neededBy(Asked asked, Findings findings, Rule.LimitsNext rule) {
    LocalDate cap = day(asked, rule);
    if (cap == null) {
      return;
    }
    Claim claim = rule.claim();
    Processing takes = processing(asked);
    LocalDate needed = takes == null ? cap : cap.minusDays(takes.days());
    boolean fact = findings.restricts(claim, cap) && takes != null;
    findings.bound(new Bound(needed, Bound.Sort.CAP, claim.id(), rule.document(), fact, claim));
    findings.say(Said.NEEDED_BY, claim.id(), rule.document(), needed, fact, claim);
  }

  private static Said said(Rule.LimitsNext rule) {
    return switch (rule) {
      case Rule.CappedBy _ -> Said.CAPPED;
      case Rule.Outlives _ -> Said.MUST_OUTLIVE;
    };
  }

  private static @Nullable LocalDate day(Asked asked, Rule.LimitsNext rule) {
    return asked.holdings().reach(rule.document(), Edge.CAP) instanceof Reach.Until until
        ? until.day().minus(rule.period())
        : null;
  }

  /** The largest figure that is not too old. */
  private static @Nullable Processing processing(Asked asked) {
    return asked.route().processing().stream()
        .filter(figure -> figure.countsOn(asked.day()))
        .max(Comparator.comparingInt(Processing::days).thenComparing(Processing::claim))
        .orElse(null);
  }
}

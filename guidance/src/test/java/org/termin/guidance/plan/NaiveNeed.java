package org.termin.guidance.plan;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.rule.Certainty;
import org.termin.guidance.rule.Rule;
import org.termin.guidance.rule.Substitution.Edge;

/** One thing a route asks of the other documents: is it there on this day? */
record NaiveNeed(
    Rule rule, Certainty certainty, Period longer, NaiveWindow window, NaiveDrawer drawer) {

  static @Nullable NaiveNeed of(Rule rule, NaiveWindow window, NaiveDrawer drawer) {
    return switch (rule) {
      case Rule.RequiresValidAtFiling r ->
          new NaiveNeed(r, r.certainty(), Period.ZERO, window, drawer);
      case Rule.RequiresValidFor r -> new NaiveNeed(r, r.certainty(), r.period(), window, drawer);
      case Rule.RequiresHeld r -> new NaiveNeed(r, r.certainty(), Period.ZERO, window, drawer);
      case Rule.AcceptsExpired _, Rule.LimitsNext _, Rule.EndsWith _ -> null;
      case Rule.FiledOnlyAfterInvalid _, Rule.IssuedOnlyAfterInvalid _ -> null;
    };
  }

  boolean isMetOn(LocalDate day) {
    DocumentType type = rule.document();
    boolean accepted =
        rule instanceof Rule.RequiresValidAtFiling
            && drawer.hasToShow(type)
            && window.route().rules().stream()
                .anyMatch(
                    other ->
                        other instanceof Rule.AcceptsExpired
                            && other.document() == type
                            && other.claim().holdsOn(day));
    // a document does not stand in for itself in its own renewal
    boolean own = type == window.document().type();
    Edge edge = own || rule instanceof Rule.RequiresHeld ? null : Edge.VALID_AT_FILING;
    return accepted || drawer.serves(type, edge, longer, day);
  }

  /** Unknown and contested ones, ended ones, and what rests on a lost card, are not known. */
  boolean isKnown() {
    LocalDate last = drawer.latestEnd();
    boolean sure = rule.claim().validUntil() == null && !drawer.hasLost(rule.document());
    if (sure || certainty != Certainty.KNOWN || isMetOn(last.plusDays(1))) {
      return certainty == Certainty.KNOWN;
    }
    while (!isMetOn(last)) {
      last = last.minusDays(1);
    }
    return rule.claim().holdsOn(last)
        && !drawer.servesOnlyByLostCard(rule.document(), longer, last);
  }

  /**
   * Whether it limits the days of the step. Where nobody knows when the office begins to take it,
   * it does only if met until the longest lead before the closing, or if all that is left is within
   * that time (0011), or if it was filed on that day. What is over and perhaps not asked for limits
   * no day still to come.
   */
  boolean binds(LocalDate today, LocalDate filingTime) {
    boolean over = !isMetOn(today);
    if (!window.isOpeningKnown() && !isMetOn(filingTime)) {
      return over && (isFiled() || !today.isBefore(filingTime)) && isKnown();
    }
    return !over || isKnown();
  }

  private boolean isFiled() {
    return window.document().state() instanceof DocumentState.Filed;
  }

  /** Whether the facts do not decide: it does not bind, or is perhaps missing when it opens. */
  boolean leavesOpen(LocalDate today, LocalDate filingTime) {
    LocalDate first = window.first();
    return !binds(today, filingTime) || (!isKnown() && first != null && !isMetOn(first));
  }

  /**
   * Whether it leaves no day on which the step could be filed. It must be known; whether the step
   * is filed only after the end need not: that is treated as if it were, for O and so for this.
   */
  boolean blocks(LocalDate today, LocalDate filingTime) {
    return !isMetOn(window.firstFrom(today)) && binds(today, filingTime) && isKnown();
  }
}

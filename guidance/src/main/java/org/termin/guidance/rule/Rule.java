package org.termin.guidance.rule;

import java.time.Period;
import org.termin.contract.words.DocumentType;

/** An edge: what one route asks of the documents a person holds. */
public sealed interface Rule {

  /** Source and life of the rule. */
  Claim claim();

  /** The document the edge points at, of the same person. */
  DocumentType document();

  /** The document must be valid on the filing day. */
  record RequiresValidAtFiling(Claim claim, DocumentType document, Certainty certainty)
      implements Rule {}

  /** The document must be valid for this long after the filing day. */
  record RequiresValidFor(Claim claim, DocumentType document, Period period, Certainty certainty)
      implements Rule {
    public RequiresValidFor {
      Periods.check(period, claim);
    }
  }

  /** An expired one is accepted for this filing (never for travel): it lifts the requirement. */
  record AcceptsExpired(Claim claim, DocumentType document) implements Rule {}

  /** The document must be held, whatever its own dates say about the filing window. */
  record RequiresHeld(Claim claim, DocumentType document, Certainty certainty) implements Rule {}

  /** The next permit's length hangs on how long the document is still valid. */
  sealed interface LimitsNext extends Rule {

    /** So long before the document's last day the next permit has to end. */
    Period period();
  }

  /** What is asked for is cut to this long before the document's last day. */
  record CappedBy(Claim claim, DocumentType document, Period period) implements LimitsNext {
    public CappedBy {
      Periods.check(period, claim);
    }
  }

  /**
   * The document must be valid for this long after the end of what is asked for; where it is not,
   * nobody cuts the permit: it is refused.
   */
  record Outlives(Claim claim, DocumentType document, Period period) implements LimitsNext {
    public Outlives {
      Periods.check(period, claim);
    }
  }

  /** What the step keeps alive serves no longer than the document does. */
  record EndsWith(Claim claim, DocumentType document) implements Rule {}

  /** The step is taken only once the document is no longer valid. Not known: planned as if so. */
  record FiledOnlyAfterInvalid(Claim claim, DocumentType document, Certainty certainty)
      implements Rule {}

  /** The step may be filed earlier, but what is asked for is handed out only after expiry. */
  record IssuedOnlyAfterInvalid(Claim claim, DocumentType document) implements Rule {}
}

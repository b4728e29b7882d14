package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Unblock;

/** Why every date is what it is, in the order a person would ask. */
public record Trace(List<Line> lines) {

  public Trace {
    lines = List.copyOf(lines);
  }

  /** What one line says. */
  public enum Said {
    PRINTED,
    OPENS,
    OPENS_AT_ANY_TIME,
    OPENING_NOT_KNOWN,
    CLOSES,
    CLOSING_NOT_KNOWN,
    GRACE_ENDS,
    GRACE_DROPPED,
    MUST_BE_VALID,
    MUST_STAY_VALID,
    MUST_BE_HELD,
    EXPIRED_ACCEPTED,
    ACCEPTANCE_ENDED,
    DOES_NOT_BIND_YET,
    NOT_ENTERED,
    SUBSTITUTED,
    ROUTE_ENDS,
    ROUTE_ENDED,
    NEEDED_BY,
    CAPPED,
    MUST_OUTLIVE,
    ENDS_WITH,
    FILED_ONLY_AFTER_INVALID,
    ISSUED_ONLY_AFTER_INVALID,
    START_BY_LEAD,
    START_BY_OUR_LEAD,
    START_AS_IT_OPENS,
    OTHER_ROUTE,
    OTHER_GROUND,
    BLOCKED_BY,
    WAY_OUT,
    FILED,
    SUPERSEDED_BY,
    STAY_UNTIL_DECISION,
    STAY_NOT_KNOWN
  }

  /**
   * One reason.
   *
   * @param rule the rule's id, {@code generic} where the date is our own caution
   * @param binds this rule gives the apply-by day
   * @param confirmed false: never stated as a fact
   */
  public record Line(
      Said said,
      String rule,
      @Nullable DocumentType document,
      @Nullable LocalDate day,
      boolean binds,
      boolean confirmed,
      @Nullable Unblock wayOut,
      @Nullable Claim claim) {

    Line notBinding() {
      return new Line(said, rule, document, day, false, confirmed, wayOut, claim);
    }

    Line binding() {
      return new Line(said, rule, document, day, true, confirmed, wayOut, claim);
    }

    @Override
    public String toString() {
      return said + " by " + rule;
    }
  }

  /** The lines of one sort. */
  public List<Line> of(Said said) {
    return lines.stream().filter(line -> line.said() == said).toList();
  }

  /** Dates of a person do not print themselves. */
  @Override
  public String toString() {
    return "Trace of " + lines.size() + " lines";
  }
}

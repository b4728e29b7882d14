package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.rule.Claim;

/** One day that A may not pass, with the rule that says so. */
record Bound(
    LocalDate day,
    Sort sort,
    String rule,
    @Nullable DocumentType document,
    boolean confirmed,
    @Nullable Claim claim) {

  /** In the order that decides a tie. */
  enum Sort {
    WINDOW,
    REQUIREMENT,
    CAP,
    ROUTE_END,
    GENERIC
  }

  static final Comparator<Bound> EARLIEST =
      Comparator.comparing(Bound::day).thenComparing(Bound::sort).thenComparing(Bound::rule);
}

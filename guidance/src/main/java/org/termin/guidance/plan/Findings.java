package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.plan.Trace.Line;
import org.termin.guidance.plan.Trace.Said;
import org.termin.guidance.rule.Claim;

/** Collects what the rules say of one step: bounds of A, flags and the trace. */
final class Findings {

  private final List<Line> lines = new ArrayList<>();
  private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
  private final List<Bound> bounds = new ArrayList<>();
  private boolean undecided;
  private @Nullable LocalDate passed;

  void say(
      Said said,
      String rule,
      @Nullable DocumentType about,
      @Nullable LocalDate date,
      boolean confirmed,
      @Nullable Claim claim) {
    lines.add(new Line(said, rule, about, date, false, confirmed, null, claim));
  }

  void flag(Flag flag) {
    flags.add(flag);
  }

  void bound(Bound bound) {
    bounds.add(bound);
  }

  /** A restricting rule stays past its end, but is no longer stated as a fact. */
  boolean restricts(Claim claim, LocalDate use) {
    boolean holds = claim.holdsOn(use);
    if (!holds) {
      flags.add(Flag.RULE_HAS_ENDED);
    }
    return holds;
  }

  /** The facts do not decide: another document leads. */
  void undecided() {
    undecided = true;
    flags.add(Flag.OTHER_DOCUMENT_LEADS);
  }

  /** A day that would have bound is over. */
  void passed(LocalDate last) {
    passed = passed == null || last.isBefore(passed) ? last : passed;
  }

  boolean isUndecided() {
    return undecided;
  }

  @Nullable LocalDate passed() {
    return passed;
  }

  List<Bound> bounds() {
    return List.copyOf(bounds);
  }

  List<Bound> required() {
    return bounds.stream().filter(bound -> bound.sort() == Bound.Sort.REQUIREMENT).toList();
  }

  Set<Flag> flags() {
    return Set.copyOf(flags);
  }

  /** Without a last day, what gives the day is the rule that makes it the first. */
  private static boolean gives(Line line, Bound binding) {
    return line.rule().equals(binding.rule())
        || (binding.sort() == Bound.Sort.GENERIC && line.said() == Said.FILED_ONLY_AFTER_INVALID);
  }

  /** The trace with the binding rule marked. */
  List<Line> lines(Bound binding) {
    return lines.stream()
        .map(
            line ->
                gives(line, binding) && binding.day().equals(line.day()) ? line.binding() : line)
        .toList();
  }
}

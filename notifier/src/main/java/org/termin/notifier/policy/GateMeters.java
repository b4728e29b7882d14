package org.termin.notifier.policy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.termin.notifier.policy.Verdict.Kind;

/**
 * Counts what the gate said as {@code termin.gate{rule,verdict}}. Every rule's counters exist from
 * the start, so that a rule that never spoke is a zero and not a gap.
 */
public class GateMeters {

  /** The tag of a message no rule objected to. */
  static final String NO_RULE = "pass";

  private final MeterRegistry meters;

  public GateMeters(MeterRegistry meters) {
    this.meters = meters;
    counter(NO_RULE, Kind.PASS);
    for (Rule rule : Rule.values()) {
      rule.verdicts().forEach(kind -> counter(rule.tag(), kind));
    }
  }

  /** A message has gone. */
  public void passed() {
    counter(NO_RULE, Kind.PASS).increment();
  }

  /** A message has been put off by a rule. */
  public void deferred(Rule rule) {
    counter(rule.tag(), Kind.DEFER).increment();
  }

  /** A message was ended by a rule. */
  public void ended(Rule rule) {
    counter(rule.tag(), Kind.END).increment();
  }

  private Counter counter(String rule, Kind verdict) {
    return meters.counter("termin.gate", "rule", rule, "verdict", verdict.tag());
  }
}

package org.termin.notifier.policy;

import java.time.Instant;
import org.termin.contract.words.ReminderState;

/** What the gate says about one message at one instant. */
public sealed interface Verdict {

  /** It may go. */
  record Pass() implements Verdict {}

  /** Not now; look again at that instant. */
  record Defer(Instant until, Rule rule) implements Verdict {}

  /** Never; the rows end in that state. */
  record End(ReminderState state, Rule rule) implements Verdict {}
}

package org.termin.notifier.policy;

import java.time.Instant;
import java.util.Locale;
import org.termin.contract.words.ReminderState;

/** What the gate says about one message at one instant. */
public sealed interface Verdict {

  /** It may go. */
  record Pass() implements Verdict {}

  /** Not now; look again at that instant, {@link Instant#MAX} for "when somebody asks again". */
  record Defer(Instant until, Rule rule) implements Verdict {}

  /** Never; the rows end in that state. */
  record End(ReminderState state, Rule rule) implements Verdict {}

  /** The verdict without its details. */
  enum Kind {
    PASS,
    DEFER,
    END;

    /** The word used as a metric tag. */
    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

package org.termin.notifier.delivery;

import java.util.UUID;
import org.termin.notifier.channel.Outcome;

/** Who is told how the one request of an attempt ended. */
public interface Outcomes {

  void settle(UUID attempt, Outcome outcome);
}

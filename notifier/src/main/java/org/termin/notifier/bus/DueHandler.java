package org.termin.notifier.bus;

import java.util.List;
import org.termin.contract.event.ExpiryDue;

/** Takes reminders the clock found due. */
public interface DueHandler {
  /**
   * Answers how many of the leading events are dealt with; while there is no permit for the rest
   * the container is paused, polls on, and offers them again. An exception offers all of them
   * again.
   */
  int take(List<ExpiryDue> due);
}

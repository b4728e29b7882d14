package org.termin.notifier.bus;

import java.util.List;
import java.util.UUID;

/** Looks into the inbox where a hint points; the hint itself has no authority. */
public interface HintHandler {
  void look(List<UUID> messages);
}

package org.termin.notifier.bus;

import java.util.Collection;
import org.termin.contract.event.DeliveryChanged;

/**
 * Tells other consumers how deliveries went: after the commit, best effort, nobody waits for it.
 */
public interface News {
  /** May be called inside a transaction; then nothing is said before it has committed. */
  void changed(Collection<DeliveryChanged> changes);
}

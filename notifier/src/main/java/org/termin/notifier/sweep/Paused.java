package org.termin.notifier.sweep;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends reminders that went stale during a pause: nothing wakes them, and their person wanted
 * silence. Every other row is ended by the gate alone, when it wakes: only there is it known
 * whether a later one takes over. After an outage of the scheduler that is what most of them find.
 */
@Component
class Paused {

  private final JdbcClient db;

  Paused(JdbcClient db) {
    this.db = db;
  }

  int sweep() {
    return db.sql(
            """
            update ledger.reminder set state = 'CANCELLED'
            where state = 'RETRY_WAIT' and wake_at = 'infinity' and not_after <= app.now()
            """)
        .update();
  }
}

package org.termin.notifier.sweep;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;

/**
 * Notices reminders that went stale without having been sent. The gate ends them as they wake; this
 * finds those that nobody woke in time, which must not happen and is said aloud.
 */
@Component
class Unsent {

  private final JdbcClient db;
  private final Alarms alarms;

  Unsent(JdbcClient db, Alarms alarms) {
    this.db = db;
    this.alarms = alarms;
  }

  int sweep() {
    // a row put away for a pause has no wake_at; its person wanted silence
    int cancelled =
        db.sql(
                """
                update ledger.reminder set state = 'CANCELLED'
                where state = 'RETRY_WAIT' and wake_at = 'infinity' and not_after <= app.now()
                """)
            .update();
    int expired =
        db.sql(
                """
                update ledger.reminder set state = 'EXPIRED_UNSENT', wake_at = 'infinity'
                where state in ('PLANNED', 'RETRY_WAIT', 'QUEUED')
                  and not_after <= app.now() - interval '1 day' and wake_at <= app.now() - interval '1 day'
                """)
            .update();
    alarms.raise(Alarm.EXPIRED_UNSENT, expired);
    return cancelled + expired;
  }
}

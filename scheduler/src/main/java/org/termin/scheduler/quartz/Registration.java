package org.termin.scheduler.quartz;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger.TriggerState;
import org.springframework.stereotype.Component;

/**
 * Writes the timetable into Quartz's store, one node after the other: nodes that start at the same
 * moment on an empty store would otherwise insert the same rows.
 */
@Component
final class Registration {
  // any fixed number; only schedulers of this database take it
  private static final long LOCK = 7_261_538_402L;

  private final Scheduler quartz;
  private final Timetable timetable;
  private final DataSource store;

  Registration(Scheduler quartz, Timetable timetable, DataSource store) {
    this.quartz = quartz;
    this.timetable = timetable;
    this.store = store;
  }

  void register() throws SchedulerException, SQLException {
    try (var connection = store.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
      for (var entry : timetable.entries()) {
        register(entry);
      }
      connection.commit();
    }
  }

  private void register(Timetable.Entry entry) throws SchedulerException {
    quartz.addJob(entry.job(), true);
    if (!(quartz.getTrigger(entry.triggerKey()) instanceof SimpleTrigger present)) {
      quartz.unscheduleJob(entry.triggerKey());
      quartz.scheduleJob(entry.trigger());
    } else if (present.getRepeatInterval() != entry.every().toMillis()) {
      quartz.rescheduleJob(entry.triggerKey(), entry.trigger());
    } else if (quartz.getTriggerState(entry.triggerKey()) == TriggerState.ERROR) {
      quartz.resetTriggerFromErrorState(entry.triggerKey());
    }
  }
}

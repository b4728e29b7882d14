package org.termin.scheduler.quartz;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.termin.scheduler.ledger.Ledger;

/** Tells the operator when due rows stay where they are although somebody scans. */
@DisallowConcurrentExecution
public final class OverdueJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(OverdueJob.class);

  private final Ledger ledger;

  OverdueJob(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void execute(JobExecutionContext context) {
    Guarded.run(
        "overdue",
        () -> {
          var rows = ledger.overdue();
          if (rows > 0) {
            LOG.warn("{} due reminders have been waiting for longer than they should.", rows);
          }
          ledger.beat("overdue", 0);
        });
  }
}

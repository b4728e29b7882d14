package org.termin.scheduler.quartz;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.termin.scheduler.ledger.Scan;

/** Scans the ledger. */
@DisallowConcurrentExecution
public final class ScanJob implements Job {
  private final Scan scan;

  ScanJob(Scan scan) {
    this.scan = scan;
  }

  @Override
  public void execute(JobExecutionContext context) {
    Guarded.run("scan", () -> scan.untilDry(0));
  }
}

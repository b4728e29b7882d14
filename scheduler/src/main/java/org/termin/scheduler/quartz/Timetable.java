package org.termin.scheduler.quartz;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.time.Duration;
import java.util.List;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.SimpleTrigger;
import org.quartz.TriggerKey;
import org.springframework.stereotype.Component;
import org.termin.scheduler.ledger.ScanSettings;

/**
 * The three jobs and how often they run. Plain intervals: a cron expression in a local zone skips
 * runs when the clocks change. Never one trigger per document.
 */
@Component
final class Timetable {
  private static final String GROUP = "termin";

  private final List<Entry> entries;

  Timetable(ScanSettings settings) {
    entries =
        List.of(
            new Entry("scan", ScanJob.class, settings.every()),
            new Entry("overdue", OverdueJob.class, Duration.ofMinutes(1)),
            new Entry("topic", TopicJob.class, Duration.ofMinutes(5)));
  }

  List<Entry> entries() {
    return entries;
  }

  record Entry(String name, Class<? extends Job> work, Duration every) {
    JobKey jobKey() {
      return JobKey.jobKey(name, GROUP);
    }

    TriggerKey triggerKey() {
      return TriggerKey.triggerKey(name, GROUP);
    }

    JobDetail job() {
      return newJob(work).withIdentity(jobKey()).storeDurably().build();
    }

    /** After an outage it runs once, at once, and goes on in its rhythm. */
    SimpleTrigger trigger() {
      return newTrigger()
          .withIdentity(triggerKey())
          .forJob(jobKey())
          .startNow()
          .withSchedule(
              simpleSchedule()
                  .withIntervalInMilliseconds(every.toMillis())
                  .repeatForever()
                  .withMisfireHandlingInstructionNowWithExistingCount())
          .build();
    }
  }
}

package org.termin.scheduler.quartz;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.termin.scheduler.emit.ExpiryTopic;

/** Makes the topic again when somebody has deleted it while nothing was due. */
@DisallowConcurrentExecution
public final class TopicJob implements Job {
  private final ExpiryTopic topic;

  TopicJob(ExpiryTopic topic) {
    this.topic = topic;
  }

  @Override
  public void execute(JobExecutionContext context) {
    Guarded.run("topic", topic::makeIfMissing);
  }
}

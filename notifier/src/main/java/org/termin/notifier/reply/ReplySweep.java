package org.termin.notifier.reply;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;

/** Calls the operator while answers wait, and deletes what was kept of answers in time. */
@Component
class ReplySweep {

  private final Seen seen;
  private final Surge surge;
  private final HeldReplies held;
  private final Alarms alarms;

  ReplySweep(Seen seen, Surge surge, HeldReplies held, Alarms alarms) {
    this.seen = seen;
    this.surge = surge;
    this.held = held;
    this.alarms = alarms;
  }

  /** Every notifier calls, also for what another one kept. */
  @Scheduled(fixedDelayString = "${termin.sweep.every}")
  void call() {
    alarms.set(Alarm.REPLIES_HELD, held.counts().held());
  }

  /** Says how many rows went. */
  @Scheduled(
      fixedDelayString = "${termin.forget.every:10m}",
      initialDelayString = "${termin.forget.every:10m}")
  int forget() {
    return seen.forgetOld() + surge.forgetOld() + held.forgetOld();
  }
}

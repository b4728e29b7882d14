package org.termin.notifier.reply;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what was kept of answers when its time is over. */
@Component
class ForgettingReplies {

  private final Seen seen;

  ForgettingReplies(Seen seen) {
    this.seen = seen;
  }

  /** Says how many rows went. */
  @Scheduled(
      fixedDelayString = "${termin.forget.every:10m}",
      initialDelayString = "${termin.forget.every:10m}")
  int sweep() {
    return seen.forgetOld();
  }
}

package org.termin.notifier.simulation;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.termin.notifier.books.Headcount;
import org.termin.notifier.books.Reconciler;
import org.termin.notifier.books.Watch;
import org.termin.notifier.canary.Canary;
import org.termin.notifier.erasure.Retention;
import org.termin.notifier.plan.AgingRules;
import org.termin.notifier.plan.Mixing;
import org.termin.notifier.punctuality.Punctuality;
import org.termin.notifier.wave.OptOuts;
import org.termin.notifier.wave.Waves;
import org.termin.notifier.winddown.Ending;

/** What a real day brings by its own timers, for days that pass in a moment. */
@Component
@ConditionalOnProperty("termin.simulated-clock")
class DailyJobs {
  private final Retention retention;
  private final Mixing mixing;
  private final Reconciler reconciler;
  private final Headcount headcount;
  private final Watch watch;
  private final AgingRules rules;
  private final Canary canary;
  private final Ending ending;
  private final Punctuality punctuality;
  private final Waves waves;
  private final OptOuts optOuts;

  DailyJobs(
      Retention retention,
      Mixing mixing,
      Reconciler reconciler,
      Headcount headcount,
      Canary canary,
      Watch watch,
      AgingRules rules,
      Ending ending,
      Punctuality punctuality,
      Waves waves,
      OptOuts optOuts) {
    this.optOuts = optOuts;
    this.waves = waves;
    this.punctuality = punctuality;
    this.ending = ending;
    this.retention = retention;
    this.mixing = mixing;
    this.reconciler = reconciler;
    this.headcount = headcount;
    this.canary = canary;
    this.watch = watch;
    this.rules = rules;
  }

  /** Once a simulated day, when everything of its first hour is finished. */
  void run() {
    mixing.mix();
    retention.sweep();
    reconciler.run();
    headcount.look();
    canary.look();
    watch.look();
    rules.look();
    ending.look();
    punctuality.look();
    waves.look();
    optOuts.look();
  }
}

package org.termin.notifier.plan;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.review.RuleAge;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.record.StoreClock;

/**
 * Says when rules grow old: as {@code termin.guidance.facts{state}}, and as an alarm once one is
 * past its day. Which country it is stands in {@code ./termin guidance report}, not in a metric.
 */
@Component
public class AgingRules {
  private static final Logger log = LoggerFactory.getLogger(AgingRules.class);

  private final Packs packs;
  private final StoreClock clock;
  private final Alarms alarms;
  private volatile @Nullable RuleAge seen;

  AgingRules(Packs packs, StoreClock clock, Alarms alarms, MeterRegistry meters) {
    this.packs = packs;
    this.clock = clock;
    this.alarms = alarms;
    gauge(meters, "current", RuleAge::current);
    gauge(meters, "old", RuleAge::old);
    gauge(meters, "ended", RuleAge::ended);
  }

  private void gauge(MeterRegistry meters, String state, ToIntFunction<RuleAge> count) {
    Gauge.builder("termin.guidance.facts", () -> figure(count))
        .tag("state", state)
        .description("Facts behind the rules, by how far they may be trusted")
        .register(meters);
  }

  /** Before the first look nothing is known, which is not nought. */
  private double figure(ToIntFunction<RuleAge> count) {
    RuleAge now = seen;
    return now == null ? Double.NaN : count.applyAsInt(now);
  }

  /** Looks at the packs of this process. */
  @Scheduled(
      fixedDelayString = "${termin.watch.every:60s}",
      initialDelayString = "${termin.watch.every:60s}")
  public void look() {
    try {
      RuleAge age = RuleAge.of(packs, clock.today());
      seen = age;
      alarms.set(Alarm.RULES_OLD, age.old());
    } catch (DataAccessException e) {
      log.warn("the day is not known ({})", e.getClass().getSimpleName());
    }
  }
}

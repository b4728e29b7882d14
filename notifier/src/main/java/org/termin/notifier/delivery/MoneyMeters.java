package org.termin.notifier.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.notifier.record.StoreClock;

/** Shows what today's texts have cost, beside what they may cost. */
@Component
class MoneyMeters {
  private static final Logger log = LoggerFactory.getLogger(MoneyMeters.class);

  private final ReminderMoney money;
  private final StoreClock clock;
  private volatile double spent = Double.NaN;

  MoneyMeters(ReminderMoney money, ReminderLimits limits, StoreClock clock, MeterRegistry meters) {
    this.money = money;
    this.clock = clock;
    Gauge.builder("termin.money", () -> spent)
        .tag("state", "spent")
        .description("Ten-thousandths of the provider's currency for reminders of this UTC day")
        .register(meters);
    Gauge.builder("termin.money", limits::money).tag("state", "most").register(meters);
  }

  @Scheduled(
      fixedDelayString = "${termin.watch.every:60s}",
      initialDelayString = "${termin.watch.every:60s}")
  void look() {
    try {
      spent = money.spent(clock.now());
    } catch (DataAccessException e) {
      log.warn("what was spent is not known ({})", e.getClass().getSimpleName());
      spent = Double.NaN;
    }
  }
}

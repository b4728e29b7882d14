package org.termin.notifier.standing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.notifier.books.WatchSettings;

/**
 * Shows what stands in the ledger as gauges, looked up once a minute: every notifier shows the
 * same, and a restart forgets nothing. While the store does not answer the gauges say nothing,
 * which is not nought.
 */
@Component
public class LedgerMeters {
  private static final Logger log = LoggerFactory.getLogger(LedgerMeters.class);

  private final JdbcClient db;
  private final WatchSettings late;
  private final MultiGauge today;
  private volatile @Nullable Ledger seen;

  LedgerMeters(JdbcClient db, WatchSettings late, MeterRegistry meters) {
    this.db = db;
    this.late = late;
    this.today =
        MultiGauge.builder("termin.messages.today")
            .description("Messages of this UTC day, by way, kind and how it went")
            .register(meters);
    reminders(meters, "due", Ledger::due);
    reminders(meters, "late", Ledger::late);
    reminders(meters, "queued", Ledger::queued);
    gauge(meters, "termin.attempts", Tags.of("state", "sending"), Ledger::sending);
    gauge(meters, "termin.attempts", Tags.of("state", "unknown"), Ledger::unknown);
    gauge(meters, "termin.inbox.waiting", Tags.empty(), Ledger::inbox);
    age(meters, "due", Ledger::oldestDue);
    age(meters, "unknown", Ledger::oldestUnknown);
    age(meters, "scan", ledger -> ledger.scan() == null ? Double.NaN : ledger.scan());
  }

  private void reminders(MeterRegistry meters, String state, ToDoubleFunction<Ledger> figure) {
    gauge(meters, "termin.reminders", Tags.of("state", state), figure);
  }

  private void age(MeterRegistry meters, String what, ToDoubleFunction<Ledger> figure) {
    Gauge.builder("termin.age", () -> figure(figure))
        .baseUnit("seconds")
        .tag("of", what)
        .description("How long the oldest has waited; since the last scan")
        .register(meters);
  }

  private void gauge(
      MeterRegistry meters, String name, Tags tags, ToDoubleFunction<Ledger> figure) {
    Gauge.builder(name, () -> figure(figure)).tags(tags).register(meters);
  }

  private double figure(ToDoubleFunction<Ledger> of) {
    Ledger now = seen;
    return now == null ? Double.NaN : of.applyAsDouble(now);
  }

  /** Looks now. */
  @Scheduled(
      fixedDelayString = "${termin.watch.every:60s}",
      initialDelayString = "${termin.watch.every:60s}")
  public void look() {
    try {
      Ledger now = Ledger.read(db, late);
      today.register(now.today().stream().map(LedgerMeters::row).toList(), true);
      seen = now;
    } catch (DataAccessException e) {
      log.warn("the ledger does not show itself ({})", e.getClass().getSimpleName());
      today.register(List.of(), true);
      seen = null;
    }
  }

  private static Row<?> row(Ledger.Today one) {
    return Row.of(
        Tags.of("channel", low(one.channel()), "kind", low(one.kind()), "state", low(one.state())),
        one.count());
  }

  private static String low(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

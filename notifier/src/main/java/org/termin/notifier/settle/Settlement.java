package org.termin.notifier.settle;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.channel.Failure;
import org.termin.notifier.channel.Lookup;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outcome.Limit;
import org.termin.notifier.channel.Status;
import org.termin.notifier.delivery.Outcomes;

/**
 * The news there can be about an attempt. Each is decided by a pure function and written in one
 * transaction, by rank, so that answers, receipts and sweeps may come in any order and more than
 * once.
 */
@Component
public class Settlement implements Outcomes {

  private final Settling settling;
  private final Patience patience;
  private static final Logger log = LoggerFactory.getLogger(Settlement.class);

  private final Alarms alarms;
  private final MeterRegistry meters;

  Settlement(Settling settling, Patience patience, Alarms alarms, MeterRegistry meters) {
    this.alarms = alarms;
    this.settling = settling;
    this.patience = patience;
    this.meters = meters;
  }

  /** The answer to the one request. */
  @Override
  public void settle(UUID attempt, Outcome outcome) {
    count("termin.outcomes", outcome.getClass().getSimpleName());
    if (outcome instanceof Outcome.NotSent(String code, _, Limit limit, _) && limit.unlisted()) {
      unlisted(code);
    }
    settling.settle(attempt, facts -> AfterAnswer.decide(outcome, facts, patience));
  }

  /** The lease is over and nobody has said how it went. */
  public void leaseOver(UUID attempt) {
    settling.settle(attempt, facts -> AfterAnswer.leaseOver(facts, patience));
  }

  /** A receipt, with the provider's name for the message where its answer never reached us. */
  public void report(UUID attempt, Status status, @Nullable String providerRef) {
    if (status instanceof Status.Undelivered(Failure failure)
        && failure.blame() == Failure.Blame.UNLISTED) {
      unlisted(failure.code());
    }
    settling.settle(
        attempt, facts -> AfterReport.decide(status, facts, patience).naming(providerRef));
  }

  /** No callback has decided an unknown outcome; this is what the provider's list says. */
  public void looked(UUID attempt, Lookup books) {
    count("termin.unknown.books", books.getClass().getSimpleName());
    settling.settle(attempt, facts -> AfterLookup.decide(books, facts, patience));
  }

  /** Whether the provider is to be asked before this look at a silent message. */
  public boolean asks(int looks, boolean lastCall) {
    return Watch.asks(looks, lastCall);
  }

  /** Still no final receipt; this is what is known otherwise. */
  public void quiet(UUID attempt, Lookup books, boolean lastCall, boolean receiptsWork) {
    Watch.Quiet quiet = new Watch.Quiet(books, lastCall, receiptsWork);
    settling.settle(attempt, facts -> Watch.decide(quiet, facts, patience));
  }

  private void unlisted(String code) {
    log.error("a provider said {}, which our tables do not know", code);
    alarms.raise(Alarm.UNKNOWN_CODE, 1);
  }

  private void count(String name, String outcome) {
    meters.counter(name, "outcome", outcome.toLowerCase(Locale.ROOT)).increment();
  }
}

package org.termin.notifier.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Country;
import org.termin.contract.words.RecordState;

/**
 * Everything the gate looks at, as one value.
 *
 * @param now the only "now" of the attempt
 * @param zone where the person lives
 * @param host whose public holidays count
 * @param state null where the registration is gone
 * @param wanted today's plan asks for it
 * @param channel null where no contact is verified, unstopped and untried
 * @param actBy last day on which the most urgent step can still be taken, if there is one
 * @param notAfter when the message is stale
 * @param exempt the confirmation, which goes at any hour and counts for no cap
 * @param uncapped a last call, or what follows expiry: ignores the weekly cap
 * @param toldToday a message has gone to this contact on this local day
 * @param lastSms the local day of the latest text to this contact within a week
 * @param closedUntil when the channel may be tried again
 * @param budgetSpent the day's money does not suffice for it
 * @param ofTheService that it winds down, or goes on after all
 */
public record Case(
    Instant now,
    ZoneId zone,
    Country host,
    @Nullable RecordState state,
    boolean wanted,
    @Nullable Channel channel,
    boolean refusedRoute,
    @Nullable LocalDate actBy,
    Instant notAfter,
    boolean exempt,
    boolean uncapped,
    boolean toldToday,
    @Nullable LocalDate lastSms,
    @Nullable Instant closedUntil,
    boolean budgetSpent,
    boolean ofTheService) {

  /** With so little time left a day of rest is a day like any other. */
  private static final Duration SHORT_TIME = Duration.ofHours(72);

  private static final int WEEK = 7;

  /** The same case with no money left for it. */
  public Case withBudgetSpent() {
    return new Case(
        now,
        zone,
        host,
        state,
        wanted,
        channel,
        refusedRoute,
        actBy,
        notAfter,
        exempt,
        uncapped,
        toldToday,
        lastSms,
        closedUntil,
        true,
        ofTheService);
  }

  LocalDate today() {
    return now.atZone(zone).toLocalDate();
  }

  boolean isErased() {
    return state == null;
  }

  /** Whoever paused still hears that there will be nothing to come back to. */
  boolean isAsleep() {
    return state != RecordState.ACTIVE && !(ofTheService && state == RecordState.PAUSED);
  }

  boolean isStale() {
    return !now.isBefore(notAfter);
  }

  boolean isClosed() {
    return closedUntil != null && closedUntil.isAfter(now);
  }

  /**
   * The first day on which the weekly cap lets another text through; null where it already does.
   */
  @Nullable LocalDate weekFull() {
    LocalDate last = lastSms;
    return channel == Channel.SMS && last != null && last.plusDays(WEEK).isAfter(today())
        ? last.plusDays(WEEK)
        : null;
  }

  /** Whether at most 72 hours are left at that instant, of the message or of the step. */
  public boolean isPressing(Instant at) {
    if (!notAfter.isAfter(at.plus(SHORT_TIME))) {
      return true;
    }
    if (actBy == null) {
      return false;
    }
    Instant end = actBy.plusDays(1).atStartOfDay(zone).toInstant();
    return end.isAfter(at) && !end.isAfter(at.plus(SHORT_TIME));
  }
}

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
 * @param state null where the registration is gone
 * @param channel null where no contact is verified, unstopped and untried
 * @param actBy last day on which the most urgent step can still be taken, if there is one
 * @param notAfter when the message is stale
 * @param exempt the confirmation, which goes at any hour
 * @param lastCall ignores the weekly cap
 * @param toldToday a message has gone to this contact on this local day
 * @param lastSms the local day of the latest text to this contact within a week
 * @param closedUntil when the channel may be tried again
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
    boolean lastCall,
    boolean toldToday,
    @Nullable LocalDate lastSms,
    @Nullable Instant closedUntil,
    boolean budgetSpent) {

  private static final Duration SHORT_TIME = Duration.ofHours(72);

  LocalDate today() {
    return now.atZone(zone).toLocalDate();
  }

  /** With three days left, a Sunday is a day like any other. */
  boolean pressing() {
    if (!notAfter.isAfter(now.plus(SHORT_TIME))) {
      return true;
    }
    if (actBy == null || actBy.isBefore(today())) {
      return false;
    }
    Instant end = actBy.plusDays(1).atStartOfDay(zone).toInstant();
    return !end.isAfter(now.plus(SHORT_TIME));
  }
}

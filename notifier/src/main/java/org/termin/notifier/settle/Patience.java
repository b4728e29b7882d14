package org.termin.notifier.settle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long silence is borne, as the delivery protocol says; compressible together in tests.
 *
 * @param unknownAfter how long a callback may decide an unknown outcome, and the pause between two
 *     questions to the provider's list
 * @param asks questions to the list without a usable answer, after which the message is resent
 * @param closedAsks looks at a closed channel after which the message is resent: a day's worth
 * @param lastCallAfter silence after which a last call goes to another contact
 * @param firstPoll age at which the provider is asked for the status the first time
 * @param lastPoll age at which it is asked the last time; silence counts as told then
 * @param spread over how long resends are spread, so that rows of one household do not share an
 *     instant
 */
@ConfigurationProperties("termin.delivery")
public record Patience(
    @DefaultValue("15m") Duration unknownAfter,
    @DefaultValue("3") int asks,
    @DefaultValue("96") int closedAsks,
    @DefaultValue("6h") Duration lastCallAfter,
    @DefaultValue("12h") Duration firstPoll,
    @DefaultValue("72h") Duration lastPoll,
    @DefaultValue("60s") Duration spread) {

  public Patience {
    if (firstPoll.compareTo(lastCallAfter) < 0 || lastPoll.compareTo(firstPoll) < 0) {
      throw new IllegalArgumentException(
          "termin.delivery: last-call-after, first-poll and last-poll must come in this order.");
    }
  }
}

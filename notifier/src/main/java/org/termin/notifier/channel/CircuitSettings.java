package org.termin.notifier.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a channel is given up for a while; compressible together in tests. Every notifier judges for
 * itself, so two of them ask twice as often.
 *
 * @param failures failed requests in a row after which a channel closes
 * @param probe least time between two requests to a closed channel
 * @param longest the longest time between two tries
 * @param trial how long the first message after a closure may take
 * @param rest how long work for a closed channel sleeps at most before it looks again
 */
@ConfigurationProperties("termin.circuit")
public record CircuitSettings(
    @DefaultValue("5") int failures,
    @DefaultValue("10s") Duration probe,
    @DefaultValue("5m") Duration longest,
    @DefaultValue("60s") Duration trial,
    @DefaultValue("2m") Duration rest) {

  /** As in production. */
  public static CircuitSettings usual() {
    return new CircuitSettings(
        5,
        Duration.ofSeconds(10),
        Duration.ofMinutes(5),
        Duration.ofSeconds(60),
        Duration.ofMinutes(2));
  }

  Circuit.Settings circuit() {
    return new Circuit.Settings(failures, probe, longest, trial);
  }
}

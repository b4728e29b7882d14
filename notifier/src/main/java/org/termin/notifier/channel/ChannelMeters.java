package org.termin.notifier.channel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Channel;

/** Shows for each way out that somebody wants whether it is in use: 1, or 0 while it is closed. */
@Component
class ChannelMeters {

  ChannelMeters(Carriers carriers, Credentials credentials, MeterRegistry meters) {
    for (Channel channel : Channel.values()) {
      if (credentials.wants(channel) || carriers.carrier(channel).isPresent()) {
        Gauge.builder("termin.channel.open", () -> carriers.closedFor(channel).isEmpty() ? 1 : 0)
            .tag("channel", channel.name().toLowerCase(Locale.ROOT))
            .description("1: in use, 0: closed, its messages wait")
            .register(meters);
      }
    }
  }
}

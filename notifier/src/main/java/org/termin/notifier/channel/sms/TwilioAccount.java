package org.termin.notifier.channel.sms;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to speak to Twilio. Either a sender or a messaging service is given.
 *
 * @param baseUrl another address instead of Twilio's own, for tests
 */
public record TwilioAccount(
    String accountSid,
    String apiKey,
    String apiSecret,
    @Nullable String from,
    @Nullable String messagingService,
    @Nullable URI baseUrl,
    @Nullable String region,
    @Nullable String edge,
    Duration connect,
    Duration total) {

  public TwilioAccount {
    if (from == null && messagingService == null) {
      throw new IllegalArgumentException(
          "Set TWILIO_FROM or TWILIO_MESSAGING_SERVICE_SID: a text needs a sender.");
    }
  }

  @Override
  public String toString() {
    return "TwilioAccount[…]";
  }
}

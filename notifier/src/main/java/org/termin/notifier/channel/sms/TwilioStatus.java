package org.termin.notifier.channel.sms;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.termin.notifier.channel.Status;

/** Twilio's words for where a message stands, from its reports, its list and its answers. */
public final class TwilioStatus {

  private TwilioStatus() {}

  /** What the word says; nothing where it is one we do not know. */
  public static Optional<Status> read(String word, @Nullable String error) {
    String status = word.toLowerCase(Locale.ROOT);
    return switch (status) {
      case "accepted", "scheduled", "queued", "sending", "sent" ->
          Optional.of(new Status.OnItsWay());
      case "delivered", "read" -> Optional.of(new Status.Delivered());
      case "undelivered", "failed", "canceled" ->
          Optional.of(
              new Status.Undelivered(
                  TwilioErrors.table().onReport(error == null ? status : error)));
      default -> Optional.empty();
    };
  }
}

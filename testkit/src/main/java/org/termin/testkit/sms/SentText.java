package org.termin.testkit.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message the provider took; its status moves as reports are made. */
public record SentText(
    String sid,
    String to,
    String from,
    String body,
    @Nullable String statusCallback,
    Instant created,
    String status,
    @Nullable Integer errorCode) {

  SentText with(String newStatus, @Nullable Integer code) {
    return new SentText(sid, to, from, body, statusCallback, created, newStatus, code);
  }

  /** The same with a text nobody can read. */
  SentText redacted() {
    return new SentText(sid, to, from, "__REDACTED__", statusCallback, created, status, errorCode);
  }

  /** Whether the provider will report nothing more. */
  public boolean ended() {
    return switch (status) {
      case "delivered", "undelivered", "failed", "canceled" -> true;
      default -> false;
    };
  }
}

package org.termin.notifier.channel.sms;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outcome.Ambiguous;
import org.termin.notifier.channel.Outcome.NotSent;
import org.termin.notifier.channel.Outcome.OurFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries an outcome past the SDK, which would otherwise guess: its status code is the body's word,
 * and its messages quote the number. Holds no message and no stack of its own.
 */
final class TransportFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final transient Outcome outcome;

  private TransportFailure(Outcome outcome) {
    super("provider", null, false, false);
    this.outcome = outcome;
  }

  Outcome outcome() {
    return outcome;
  }

  /** The thing that was asked for does not exist there. */
  boolean isGone() {
    return outcome instanceof OurFault(String reason)
        && ("20404".equals(reason) || "http-404".equals(reason));
  }

  /** A short word of ours for what went wrong. */
  String word() {
    return switch (outcome) {
      case NotSent(String reason, _, _, _) -> reason;
      case OurFault(String reason) -> reason;
      case Ambiguous(String reason) -> reason;
      case Outcome.Rejected(String reason, _) -> reason;
      case Outcome.Closed _ -> "closed";
      case Outcome.Accepted _ -> "accepted";
    };
  }

  static TransportFailure notSent(String reason) {
    return new TransportFailure(new NotSent(reason));
  }

  static TransportFailure ambiguous(String reason) {
    return new TransportFailure(new Ambiguous(reason));
  }

  static TransportFailure answered(int status, String body, @Nullable String retryAfter) {
    if (status == 429) {
      return new TransportFailure(new NotSent("429", wait(retryAfter)));
    }
    if (status < 400 || status >= 500 || status == 408) {
      return ambiguous("http-" + status);
    }
    int code = code(body);
    if (code != 0) {
      return new TransportFailure(TwilioErrors.table().onCreate(code));
    }
    // A 4xx without Twilio's number comes from something in between: never processed, not the
    // person's doing.
    return new TransportFailure(new OurFault("http-" + status));
  }

  private static int code(String body) {
    try {
      JsonNode code = JSON.readTree(body).path("code");
      return code.isInt() ? code.intValue() : 0;
    } catch (JacksonException e) {
      return 0;
    }
  }

  private static @Nullable Duration wait(@Nullable String retryAfter) {
    if (retryAfter == null || !retryAfter.matches("\\d{1,5}")) {
      return null;
    }
    Duration asked = Duration.ofSeconds(Integer.parseInt(retryAfter));
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }
}

package org.termin.testkit.sms;

import java.time.Duration;

/**
 * How the provider answers one POST. What accepts records the message first and misbehaves only
 * then, as a real network does.
 */
public sealed interface Script {

  /** Whether the message is on its way, whatever the caller gets to see. */
  boolean accepts();

  /** 201 with the message. */
  record Accept() implements Script {
    @Override
    public boolean accepts() {
      return true;
    }
  }

  /** An error body as the provider writes it. */
  record Fail(int httpStatus, int code, boolean accepts) implements Script {}

  /** 429 with Retry-After; never processed. */
  record TooMany(Duration retryAfter) implements Script {
    @Override
    public boolean accepts() {
      return false;
    }
  }

  /** Some proxy's HTML page instead of an answer. */
  record HtmlPage(int httpStatus, boolean accepts) implements Script {}

  /** Closes the connection without an answer. */
  record HangUp(boolean accepts) implements Script {}

  /** Resets the connection. */
  record Reset(boolean accepts) implements Script {}

  /** Says nothing for that long, then closes. */
  record Stall(Duration time, boolean accepts) implements Script {}

  /** Announces the whole answer and sends half of it. */
  record Truncated(boolean accepts) implements Script {}

  /** Answers 201, late. */
  record Slow(Duration time) implements Script {
    @Override
    public boolean accepts() {
      return true;
    }
  }

  /** The message is accepted and said to be. */
  static Script accept() {
    return new Accept();
  }

  /** Surely not accepted, with the provider's code. */
  static Script reject(int code) {
    return new Fail(400, code, false);
  }

  /** Accepted, but the answer is a 500 with the provider's code 20500. */
  static Script error500() {
    return new Fail(500, 20500, true);
  }

  /** Accepted, but the answer is a 503 with the provider's code 20503. */
  static Script error503() {
    return new Fail(503, 20503, true);
  }

  /** Not accepted: too many requests. */
  static Script tooMany() {
    return new TooMany(Duration.ofSeconds(7));
  }

  /** The key is wrong or withdrawn. */
  static Script unauthorized() {
    return new Fail(401, 20003, false);
  }

  /** Accepted, but a proxy answers 502 with a page. */
  static Script html502() {
    return new HtmlPage(502, true);
  }

  /** Accepted, then the connection is closed. */
  static Script hangUp() {
    return new HangUp(true);
  }

  /** Accepted, then the connection is reset. */
  static Script reset() {
    return new Reset(true);
  }

  /** Accepted, then silence for 40 seconds. */
  static Script stall() {
    return new Stall(Duration.ofSeconds(40), true);
  }

  /** Accepted, but the answer breaks off. */
  static Script truncated() {
    return new Truncated(true);
  }

  /** Accepted after a while. */
  static Script slow(Duration time) {
    return new Slow(time);
  }
}

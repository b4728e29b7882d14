package org.termin.testkit.sms;

import java.util.Map;
import java.util.Optional;

/** One request to send, in the order in which requests came, whatever became of it. */
public record Post(int number, Map<String, String> form, boolean accepted) {
  /** The recipient as written. */
  public String to() {
    return form.getOrDefault("To", "");
  }

  /** The text. */
  public String body() {
    return form.getOrDefault("Body", "");
  }

  /** Where reports are wanted. */
  public Optional<String> statusCallback() {
    return Optional.ofNullable(form.get("StatusCallback"));
  }
}

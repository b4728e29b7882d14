package org.termin.testkit.sms;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** What the real provider refuses at once, with its codes; as strict as its published API. */
final class RequestRules {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern LETTERS = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}");
  private static final Set<String> KNOWN =
      Set.of(
          "To",
          "StatusCallback",
          "ApplicationSid",
          "MaxPrice",
          "ProvideFeedback",
          "Attempt",
          "ValidityPeriod",
          "ForceDelivery",
          "ContentRetention",
          "AddressRetention",
          "SmartEncoded",
          "PersistentAction",
          "TrafficType",
          "ShortenUrls",
          "ScheduleType",
          "SendAt",
          "SendAsMms",
          "ContentVariables",
          "RiskCheck",
          "From",
          "MessagingServiceSid",
          "Body",
          "MediaUrl",
          "ContentSid");

  private RequestRules() {}

  /** The code of the first rule broken. */
  static OptionalInt broken(Map<String, String> form) {
    if (!KNOWN.containsAll(form.keySet())) {
      return OptionalInt.of(20001);
    }
    if (!E164.matcher(form.getOrDefault("To", "")).matches()) {
      return OptionalInt.of(21211);
    }
    String from = form.getOrDefault("From", "");
    String service = form.getOrDefault("MessagingServiceSid", "");
    if (from.isEmpty() && service.isEmpty()) {
      return OptionalInt.of(21603);
    }
    if (!from.isEmpty() && !E164.matcher(from).matches() && !LETTERS.matcher(from).matches()) {
      return OptionalInt.of(21212);
    }
    String body = form.getOrDefault("Body", "");
    if (body.isEmpty()) {
      return OptionalInt.of(21602);
    }
    if (body.length() > 1600) {
      return OptionalInt.of(21617);
    }
    String validity = form.getOrDefault("ValidityPeriod", "14400");
    int seconds = validity.matches("\\d{1,5}") ? Integer.parseInt(validity) : -1;
    return seconds < 1 || seconds > 36_000 ? OptionalInt.of(21622) : OptionalInt.empty();
  }
}

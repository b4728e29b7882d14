package org.termin.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which ways out are open, judged by the environment alone. */
record Channels(
    boolean smsWanted, boolean mailWanted, List<String> missingSms, List<String> missingMail) {
  static Channels of(Map<String, String> environment) {
    String wanted = environment.getOrDefault("TERMIN_CHANNELS", "sms,email");
    List<String> sms = new ArrayList<>();
    for (String name :
        List.of("TWILIO_ACCOUNT_SID", "TWILIO_API_KEY", "TWILIO_API_SECRET", "TWILIO_AUTH_TOKEN")) {
      missing(environment, name, sms);
    }
    if (!given(environment, "TWILIO_MESSAGING_SERVICE_SID")) {
      missing(environment, "TWILIO_FROM", sms);
    }
    List<String> mail = new ArrayList<>();
    missing(environment, "SPRING_MAIL_HOST", mail);
    missing(environment, "TERMIN_MAIL_FROM", mail);
    return new Channels(wanted.contains("sms"), wanted.contains("email"), sms, mail);
  }

  private static void missing(Map<String, String> environment, String name, List<String> to) {
    if (!given(environment, name)) {
      to.add(name);
    }
  }

  private static boolean given(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isBlank()
        || !environment.getOrDefault(name + "_FILE", "").isBlank();
  }

  boolean anyOpen() {
    return smsWanted && missingSms.isEmpty() || mailWanted && missingMail.isEmpty();
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (smsWanted) {
      sentences.add(sentence("SMS", missingSms));
    }
    if (mailWanted) {
      sentences.add(sentence("E-mail", missingMail));
    }
    return sentences;
  }

  private static String sentence(String what, List<String> missing) {
    return missing.isEmpty()
        ? what + " is open."
        : what + " is closed, its messages wait: set " + String.join(", ", missing) + ".";
  }
}

package org.termin.notifier.channel.sms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outcome.Ambiguous;
import org.termin.notifier.channel.Outcome.NotSent;
import org.termin.notifier.channel.Outcome.OurFault;
import org.termin.notifier.channel.Outcome.Permanence;
import org.termin.notifier.channel.Outcome.Rejected;

/** Twilio's error numbers as data: what each one says about the person, the text or ourselves. */
public final class TwilioErrors {

  /** What an error number means for the next step. */
  public enum Meaning {
    CONTACT,
    OPTED_OUT,
    CONTENT,
    SOFT_BLOCK,
    TRANSIENT,
    UNKNOWN_OUTCOME,
    OUR_FAULT,
    /** Not in the table: limited retries and an alert, never a suppression. */
    UNLISTED
  }

  private static final TwilioErrors TABLE = read();

  private final Map<Integer, Meaning> meanings;

  private TwilioErrors(Map<Integer, Meaning> meanings) {
    this.meanings = Map.copyOf(meanings);
  }

  public static TwilioErrors table() {
    return TABLE;
  }

  public Meaning meaning(int code) {
    return meanings.getOrDefault(code, Meaning.UNLISTED);
  }

  /** The outcome of a request that was answered with this number. */
  Outcome onCreate(int code) {
    String reason = Integer.toString(code);
    return switch (meaning(code)) {
      case CONTACT -> new Rejected(reason, Permanence.CONTACT);
      case OPTED_OUT -> new Rejected(reason, Permanence.OPTED_OUT);
      case CONTENT -> new Rejected(reason, Permanence.CONTENT);
      case OUR_FAULT -> new OurFault(reason);
      case UNKNOWN_OUTCOME -> new Ambiguous(reason);
      case SOFT_BLOCK, TRANSIENT, UNLISTED -> new NotSent(reason);
    };
  }

  private static TwilioErrors read() {
    Map<Integer, Meaning> meanings = new HashMap<>();
    try (InputStream in = TwilioErrors.class.getResourceAsStream("twilio-errors.csv")) {
      if (in == null) {
        throw new IllegalStateException("twilio-errors.csv is missing from the jar");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> add(meanings, line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TwilioErrors(meanings);
  }

  private static void add(Map<Integer, Meaning> meanings, String line) {
    int comma = line.indexOf(',');
    Meaning meaning = Meaning.valueOf(line.substring(0, comma).strip().toUpperCase(Locale.ROOT));
    for (String code : line.substring(comma + 1).strip().split(" ", -1)) {
      meanings.put(Integer.valueOf(code), meaning);
    }
  }
}

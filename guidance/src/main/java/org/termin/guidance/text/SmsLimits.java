package org.termin.guidance.text;

/**
 * Counts what a text message costs: GSM-7 has 160 characters, or 153 in each of several segments;
 * everything else 70 or 67.
 */
public final class SmsLimits {
  /** The longest code word and the colon and space behind it. */
  public static final int CODE_WORD = 12 + 2;

  /** Discreet texts, codes and samples. */
  public static final int SHORT = 1;

  /** Clear reminders, answers and notices. */
  public static final int REMINDER = 2;

  /** Nothing longer than this ever leaves. */
  public static final int HARD = 3;

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "\f^{}\\[~]|€";

  /** Septets per character, 0 where GSM-7 has none; everything beyond the euro sign has none. */
  private static final byte[] SEPTETS = septets();

  private SmsLimits() {}

  /** Discreet texts of a sender that takes no answers say where to stop, which takes more room. */
  static int discreet(AnswerBy answerBy) {
    return switch (answerBy) {
      case TEXT -> SHORT;
      case PAGE -> REMINDER;
    };
  }

  /** The same for clear texts: at their very longest the way out takes a third segment. */
  static int clear(AnswerBy answerBy) {
    return switch (answerBy) {
      case TEXT -> REMINDER;
      case PAGE -> HARD;
    };
  }

  /** How many segments the provider will send and charge. */
  public static int segments(String text) {
    return isGsm7(text) ? count(text, 160, 153, true) : count(text, 70, 67, false);
  }

  /** Whether every character is in the GSM 7-bit alphabet. */
  public static boolean isGsm7(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (septets(text.charAt(i)) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Length in the units of the text's own alphabet. */
  public static int units(String text) {
    return isGsm7(text) ? text.chars().map(c -> septets((char) c)).sum() : text.length();
  }

  private static int septets(char character) {
    return character < SEPTETS.length ? SEPTETS[character] : 0;
  }

  private static byte[] septets() {
    byte[] septets = new byte['€' + 1];
    BASIC.chars().forEach(c -> septets[c] = 1);
    EXTENDED.chars().forEach(c -> septets[c] = 2);
    return septets;
  }

  private static int count(String text, int alone, int joined, boolean gsm) {
    if (units(text) <= alone) {
      return 1;
    }
    int segments = 1;
    int used = 0;
    for (int i = 0; i < text.length(); i++) {
      int width = 1;
      // neither an escaped character nor a surrogate pair is cut in two
      if (gsm) {
        width = septets(text.charAt(i));
      } else if (Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length()) {
        width = 2;
        i++;
      }
      if (used + width > joined) {
        segments++;
        used = 0;
      }
      used += width;
    }
    return segments;
  }
}

package org.termin.notifier.channel;

import org.jspecify.annotations.Nullable;

/** A composed message. A text message uses {@code plain} alone; a mail has a subject and more. */
public record Text(
    String plain, @Nullable String subject, @Nullable String html, @Nullable String calendar) {

  public Text {
    if (plain.isBlank()) {
      throw new IllegalArgumentException("a message without words");
    }
  }

  public static Text sms(String plain) {
    return new Text(plain, null, null, null);
  }

  public static Text mail(
      String subject, String plain, @Nullable String html, @Nullable String calendar) {
    return new Text(plain, subject, html, calendar);
  }

  /** Cannot print itself: it names a person's dates. */
  @Override
  public String toString() {
    return "Text[" + plain.length() + " characters]";
  }
}

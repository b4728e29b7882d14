package org.termin.guidance.text;

/** A mail as composed: a neutral subject, the text, and the same as simple HTML. */
public record MailText(String subject, String text, String html) {

  /** What a mail says is between it and its reader. */
  @Override
  public String toString() {
    return "MailText";
  }
}

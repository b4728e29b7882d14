package org.termin.guidance.text;

/**
 * How the reader of a message can answer it. A sender that is a name takes no texts, and nobody
 * reads answers to mails.
 */
public enum AnswerBy {
  /** With a digit or a word, to the number the text came from. */
  TEXT("reply"),
  /** On the page of their plan; the message says so, as it must always show a way out. */
  PAGE("page");

  private final String key;

  AnswerBy(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }
}

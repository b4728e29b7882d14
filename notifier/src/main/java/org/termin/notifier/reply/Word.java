package org.termin.notifier.reply;

import java.util.Optional;

/** What an answer means. Which words mean it stands in {@code reply-words.csv}. */
public enum Word {
  /** 1: the document is renewed, or what was waited for has come. */
  DONE,
  /** 2: the papers are handed in. */
  FILED,
  /** 3: tell me again in a week. */
  LATER,
  /** 9: it was not me; everything back as it was. */
  NOT_ME,
  /** 0 or STOP: never write here again. */
  STOP,
  /** START: take my stop back. */
  START;

  /** The meaning of a whole answer; none where it has no meaning, or several. */
  public static Optional<Word> of(String text) {
    return Vocabulary.SHARED.meaning(text);
  }

  /**
   * Whether it changes what is told of documents, and so could hide a reminder if it was forged.
   */
  boolean concernsDocuments() {
    return switch (this) {
      case DONE, FILED, LATER -> true;
      case NOT_ME, STOP, START -> false;
    };
  }
}

package org.termin.tracker.post;

import org.termin.contract.words.Answer;

/** What the door can tell a person after posting a change. */
public sealed interface Reply {
  /** The notifier has judged the message. */
  record Judged(Answer answer) implements Reply {}

  /** The message lies in the inbox; the notifier has not said anything yet. */
  record Received() implements Reply {}
}

package org.termin.contract.words;

/** What a message is; only reminders (the confirmation is their stage 0) have rows of their own. */
public enum AttemptKind {
  REMINDER,
  CODE,
  SAMPLE,
  ANSWER,
  NOTICE
}

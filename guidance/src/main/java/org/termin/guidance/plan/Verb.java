package org.termin.guidance.plan;

/** What to do. Only {@link #FILE} and {@link #FILE_LATE} may be worded "file". */
public enum Verb {
  /** Not yet possible to file: get ready. */
  PREPARE,
  /** The opening is not known: get ready, and file as soon as the office takes it. */
  PREPARE_AND_FILE_WHEN_TAKEN,
  FILE,
  /** The safe day has passed, a filing is still taken. */
  FILE_LATE,
  /** Blocked or lapsed: follow the way out. */
  ACT,
  /** The facts do not decide: ask the authority. */
  ASK,
  /** Filed: wait for the decision. */
  WAIT,
  /** Nothing to do: renewed, or a document without an end. */
  NOTHING
}

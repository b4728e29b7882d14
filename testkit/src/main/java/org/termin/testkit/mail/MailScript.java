package org.termin.testkit.mail;

/** How the sink treats a mail. */
public enum MailScript {
  /** 250. */
  ACCEPT,
  /** The address does not exist: 550 at RCPT. */
  UNKNOWN_ADDRESS,
  /** Come back later: 450 at RCPT. */
  LATER,
  /** Taken, but the line is cut between DATA and 250. */
  CUT_BEFORE_250,
  /** Taken, but nothing is said after DATA until the sender gives up. */
  SILENT_AFTER_DATA,
  /** Refused after the text for reasons of policy: 554. */
  POLICY
}

package org.termin.notifier.plan;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.termin.notifier.record.Person;

/** Writes what a person's plan asks for into the ledger, in the transaction that changed it. */
@Component
public class Planning {
  /** Brings the ledger in line with a person just written; the record must be locked. */
  public void replan(Person person, Instant now) {
    throw new UnsupportedOperationException("follows");
  }

  /** The same after a reply was undone: nothing past is told again. */
  public void replanAfterUndo(Person person, Instant now) {
    throw new UnsupportedOperationException("follows");
  }

  /**
   * Tells a document again in so many weeks, never past its apply-by day, and writes the person's
   * next version; the record must be locked.
   */
  public Person later(Person person, int document, int weeks, Instant now) {
    throw new UnsupportedOperationException("follows");
  }

  /** Ends every row of a person that has not been told: the registration is being erased. */
  public void cancel(Person person) {
    throw new UnsupportedOperationException("follows");
  }
}

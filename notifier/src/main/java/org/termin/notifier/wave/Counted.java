package org.termin.notifier.wave;

import java.time.LocalDate;
import org.termin.contract.sealed.PersonRecord;

/** Whether a household counts at all. */
final class Counted {
  private Counted() {}

  /**
   * Not whoever did not agree, has no contact that answered a code, or has not been here for two
   * releases.
   */
  static boolean is(PersonRecord record, LocalDate release) {
    return record.consents().waves()
        && !record.confirmed().isEmpty()
        && record.registered().isBefore(Grid.before(release));
  }
}

package org.termin.notifier.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.Met;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.words.Hurdle;

/**
 * What a household met at an office is kept only where it agreed to be counted: one word and a
 * month, the last one it gave.
 */
final class Reporting {
  private Reporting() {}

  /** The record after an action that may have said so. */
  static PersonRecord after(PersonRecord record, @Nullable Hurdle said, LocalDate today) {
    return said == null || !record.consents().waves()
        ? record
        : record.draft().met(new Met(said, YearMonth.from(today))).done();
  }

  /** What stays of it after a change: it was met in the old country, and agreed to before. */
  static @Nullable Met after(PersonRecord old, Change change) {
    boolean stays =
        change.consents().waves() && change.situation().country().equals(old.situation().country());
    return stays ? old.met() : null;
  }
}

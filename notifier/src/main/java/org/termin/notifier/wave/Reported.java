package org.termin.notifier.wave;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.termin.contract.sealed.Met;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.words.Country;
import org.termin.contract.words.Hurdle;

/** What one household adds to the reports of a release: the hurdle it met last, and no other. */
record Reported(Country country, Hurdle hurdle) {
  /** Empty for whoever is not counted in waves, or has said nothing for twelve whole months. */
  static Optional<Reported> of(PersonRecord record, LocalDate release) {
    Met met = record.met();
    return met != null && met.counts(YearMonth.from(release)) && Counted.is(record, release)
        ? Optional.of(new Reported(record.situation().country(), met.hurdle()))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "Reported";
  }
}

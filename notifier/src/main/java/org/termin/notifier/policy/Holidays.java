package org.termin.notifier.policy;

import java.time.LocalDate;
import org.termin.contract.words.Country;

/** The days on which a country rests. */
public interface Holidays {

  boolean on(Country country, LocalDate day);

  /** Knows none: only Sundays count. */
  static Holidays none() {
    return (_, _) -> false;
  }
}

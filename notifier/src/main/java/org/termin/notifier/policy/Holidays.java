package org.termin.notifier.policy;

import java.time.LocalDate;
import org.termin.contract.words.Country;

/** The days on which a whole country has off, Sundays apart. */
public interface Holidays {

  /** Whether people of that country have off on that local day. */
  boolean on(Country country, LocalDate day);
}

package org.termin.notifier.wave;

import java.time.LocalDate;

/** One figure that is released, about so many households in steps of five. */
interface Figure<L extends Lot> {
  L lot();

  /** Whether it has nothing more to say on that day. */
  boolean isOver(LocalDate day);
}

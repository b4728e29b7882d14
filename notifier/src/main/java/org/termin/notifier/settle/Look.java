package org.termin.notifier.settle;

import java.time.Duration;

/** When somebody looks at an attempt again. */
sealed interface Look {

  /** The instant that stands. */
  record Unchanged() implements Look {}

  /** At the next sweep. */
  record Now() implements Look {}

  /** After that long. */
  record In(Duration time) implements Look {}

  /** Never: nothing more is expected of it. */
  record Never() implements Look {}
}

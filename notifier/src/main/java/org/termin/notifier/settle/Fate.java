package org.termin.notifier.settle;

import java.time.Duration;

/** What becomes of the rows an attempt tells. */
sealed interface Fate {

  /** They stay where they are. */
  record Stay() implements Fate {}

  /** Nobody knows; a sweep looks again. */
  record Open() implements Fate {}

  /** The provider has them; whatever was about to repeat them has nothing to add. */
  record Taken() implements Fate {}

  /** They arrived. */
  record Arrived() implements Fate {}

  /** Three days of silence: they count as told. */
  record CountAsTold() implements Fate {}

  /** They are tried again after the growing pauses of their own count. */
  record Again(boolean counts) implements Fate {}

  /** They are tried again after a pause, spread over as long again at most. */
  record AfterPause(Duration pause, Duration spread, boolean counts) implements Fate {}

  /** Another contact is tried within half a minute. */
  record Elsewhere() implements Fate {}

  /** No contact is left: somebody must see that. */
  record Failed() implements Fate {}

  /** The person is gone. */
  record Cancelled() implements Fate {}
}

package org.termin.standalone.chaos;

import java.util.Locale;

/**
 * What a wave came to.
 *
 * @param due reminders that were due, one for each person
 * @param told people whose reminder the provider took at least once
 * @param extra copies beyond the first
 * @param most copies to one person
 * @param inFlight sends under way at the moments in which a notifier was hit
 * @param uncommitted requests for which no attempt was committed
 * @param stuck rows that were still under way when nobody waited any longer
 * @param recovery seconds from the last fault to the last person told
 * @param silence the longest time, in seconds, in which nobody new was told
 * @param seconds the whole wave
 */
record Tally(
    int due,
    int told,
    int extra,
    int most,
    int faults,
    int notifierFaults,
    int inFlight,
    int requests,
    int uncommitted,
    int repeatedAttempts,
    int stuck,
    double recovery,
    double silence,
    double seconds) {

  int lost() {
    return due - told;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "due %d, told %d, lost %d, stuck %d; faults %d; extra copies %d (in flight at %d notifier"
            + " faults: %d), most to one person %d; last fault to last person %.1f s, longest"
            + " silence %.1f s, whole wave %.0f s",
        due,
        told,
        lost(),
        stuck,
        faults,
        extra,
        notifierFaults,
        inFlight,
        most,
        recovery,
        silence,
        seconds);
  }
}

package org.termin.notifier.delivery;

import java.time.LocalDate;
import java.util.Comparator;
import org.termin.guidance.plan.SlotPlan;

/** The order in which a message names documents: children first, then the nearest day. */
final class Urgency {

  static final Comparator<Due> FIRST =
      Comparator.<Due>comparingInt(due -> due.child() ? 0 : 1)
          .thenComparing(Urgency::day)
          .thenComparingInt(due -> due.row().ref().document());

  private Urgency() {}

  private static LocalDate day(Due due) {
    SlotPlan slot = due.slot();
    if (slot == null) {
      return LocalDate.MAX;
    }
    LocalDate applyBy = slot.applyBy();
    return applyBy == null ? LocalDate.MAX : applyBy;
  }
}

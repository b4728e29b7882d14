package org.termin.guidance.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Route;

/**
 * What is reckoned: one route for one document with an end.
 *
 * @param day today; for a filed document the day of filing, as a rule is applied on the day of use
 */
record Asked(
    Pack pack,
    Route route,
    HeldDocument document,
    Holdings holdings,
    LocalDate end,
    LocalDate day,
    @Nullable String ground) {

  /** The day since which the document itself is gone; a lost card does not end a permit. */
  @Nullable LocalDate lostOn() {
    return document.type() != DocumentType.RESIDENCE_PERMIT
            && document.state() instanceof DocumentState.Lost(LocalDate on)
        ? on
        : null;
  }

  boolean isFiled() {
    return document.state() instanceof DocumentState.Filed;
  }

  /** The last day on which a document of this sort is valid, if that is known. */
  @Nullable LocalDate lastValidDay(DocumentType type) {
    if (type == document.type()) {
      LocalDate lost = lostOn();
      return lost == null ? end : Holdings.lastDayBeforeLoss(lost, end);
    }
    return holdings.reach(type, null) instanceof Reach.Until until ? until.day() : null;
  }
}

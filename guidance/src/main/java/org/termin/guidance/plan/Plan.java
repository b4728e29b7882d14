package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.termin.contract.words.Country;

/** The plan of a whole household on one day: one slot per document, in the order entered. */
public record Plan(Country country, LocalDate today, boolean generic, List<SlotPlan> slots) {

  public Plan {
    slots = List.copyOf(slots);
  }

  /** The slot of a document number. */
  public Optional<SlotPlan> slot(int number) {
    return slots.stream().filter(slot -> slot.document().number() == number).findFirst();
  }

  /** Dates of a person do not print themselves. */
  @Override
  public String toString() {
    return "Plan of " + slots.size() + " documents";
  }
}

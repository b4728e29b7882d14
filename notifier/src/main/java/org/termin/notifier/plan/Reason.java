package org.termin.notifier.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.termin.contract.sealed.Ref;
import org.termin.guidance.ladder.Stage;

/**
 * A stage of a person's plan as the ledger holds it: moved by secret days, at its minute of a
 * daytime band.
 *
 * @param dueOn the day of {@code dueAt}, in UTC
 */
public record Reason(
    Ref ref, Stage stage, LocalDate dueOn, Instant dueAt, Instant notAfter, int lane) {
  /** Days of a person do not print themselves. */
  @Override
  public String toString() {
    return "Reason of stage " + ref.stage();
  }
}

package org.termin.guidance.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How long the authority takes, as one source gives it. */
public record Processing(
    Claim claim, int days, Kind kind, LocalDate asOf, @Nullable String region) {

  /** What sort of figure it is. */
  public enum Kind {
    OFFICIAL,
    LEGAL_MAXIMUM,
    REPORTED,
    WORST_REPORTED,
    SINGLE_CASE
  }

  public Processing {
    if (days < 0) {
      throw new IllegalArgumentException("negative processing in " + claim.id());
    }
  }

  /** Figures older than three years are shown but not planned with. */
  public boolean countsOn(LocalDate today) {
    return !asOf.isBefore(today.minusYears(3));
  }
}

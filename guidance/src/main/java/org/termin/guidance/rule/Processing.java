package org.termin.guidance.rule;

import java.time.LocalDate;
import java.util.regex.Pattern;
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

  /** As a situation can hold it. */
  private static final Pattern REGION = Pattern.compile("[a-z0-9][a-z0-9-]{0,23}");

  public Processing {
    if (region != null && !REGION.matcher(region).matches()) {
      throw new IllegalArgumentException("a region is no key in " + claim.id());
    }
    if (days < 0) {
      throw new IllegalArgumentException("negative processing in " + claim.id());
    }
  }

  /** Figures older than three years are shown but not planned with. */
  public boolean countsOn(LocalDate today) {
    return !asOf.isBefore(today.minusYears(3));
  }
}

package org.termin.guidance.rule;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one rule comes from and how long it may be trusted. Every rule carries one: there is no
 * fact without a source.
 *
 * @param id the rule's stable name, shown in the trace
 * @param recheck the author noted a reason to look again soon
 * @param statedVerifyBy day after which the wording becomes "as of …, check"; none: by age
 * @param validUntil last day on which the rule is known to hold; none: no end announced
 */
public record Claim(
    String id,
    List<URI> sources,
    LocalDate checked,
    Confidence confidence,
    boolean recheck,
    @Nullable LocalDate statedVerifyBy,
    @Nullable LocalDate validUntil)
    implements Comparable<Claim> {

  public Claim {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a claim needs an id");
    }
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("no fact without a source: " + id);
    }
    sources = List.copyOf(sources);
  }

  /** The day after which somebody must have looked again. */
  public LocalDate verifyBy() {
    if (statedVerifyBy != null) {
      return statedVerifyBy;
    }
    if (recheck || validUntil != null) {
      return checked.plusDays(90);
    }
    return checked.plusDays(confidence == Confidence.HIGH ? 365 : 180);
  }

  /** Whether the rule is still known to hold on the day it would be used. */
  public boolean holdsOn(LocalDate day) {
    return validUntil == null || !day.isAfter(validUntil);
  }

  /** Whether the rule must be worded "as of …, check" on this day. */
  public boolean isOldOn(LocalDate today) {
    return today.isAfter(verifyBy());
  }

  /** Whether it held when somebody looked and has come to its known end since. */
  public boolean hasEndedSinceOn(LocalDate today) {
    return validUntil != null && !validUntil.isBefore(checked) && today.isAfter(validUntil);
  }

  @Override
  public int compareTo(Claim other) {
    return id.compareTo(other.id);
  }
}

package org.termin.guidance.wave;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;

/**
 * A released figure: about so many households have a document of that sort that ends in those
 * months. On which of their days is nowhere said, so it is taken to be spread evenly.
 *
 * @param months 1 or 3
 */
public record Ending(
    Country country, DocumentType document, YearMonth first, int months, int households) {
  private static final List<Integer> DAYS = List.of(1, 8, 15, 22);

  public Ending {
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(first, "first");
    if (months < 1 || households < 0) {
      throw new IllegalArgumentException("a wave has months and households");
    }
  }

  /** Days that stand for all of them, about a week apart. */
  Stream<LocalDate> days() {
    return IntStream.range(0, months)
        .mapToObj(first::plusMonths)
        .flatMap(month -> DAYS.stream().map(month::atDay));
  }

  /** How many households each of these days stands for. */
  double share() {
    return (double) households / (months * DAYS.size());
  }
}

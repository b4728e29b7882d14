package org.termin.notifier.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.termin.contract.words.DocumentType.PASSPORT;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.Country;
import org.termin.contract.words.Hurdle;

/** Who adds what to the reports of the release of 9 November 2026. */
class ReportedTest {
  private static final LocalDate RELEASE = LocalDate.of(2026, 11, 9);

  private static Neighbour neighbour(LocalDate registered, YearMonth said) {
    return Neighbour.of("PL", registered)
        .with(PASSPORT, LocalDate.of(2027, 5, 4))
        .who(Hurdle.EXPIRED_PASSPORT, said);
  }

  private static Optional<Reported> of(Neighbour one) {
    return Reported.of(one.record(ReceiptCode.random()), RELEASE);
  }

  @ParameterizedTest
  @CsvSource({
    "last month,                2026-01-01, 2026-10, true,  CONFIRMED, true",
    "this month is not over,    2026-01-01, 2026-11, true,  CONFIRMED, false",
    "a year ago,                2025-01-01, 2025-11, true,  CONFIRMED, true",
    "longer ago,                2025-01-01, 2025-10, true,  CONFIRMED, false",
    "signed up too late,        2026-10-12, 2026-10, true,  CONFIRMED, false",
    "does not agree any more,   2026-01-01, 2026-10, false, CONFIRMED, false",
    "said stop,                 2026-01-01, 2026-10, true,  STOPPED,   false"
  })
  void whoCountsInWavesIsCountedForTwelveWholeMonths(
      String who,
      LocalDate registered,
      YearMonth said,
      boolean agreed,
      ContactState contact,
      boolean counts) {
    Neighbour one = neighbour(registered, said).agreeing(agreed).reached(contact);
    assertThat(of(one).isPresent()).as(who).isEqualTo(counts);
  }

  @Test
  void aHouseholdAddsOneHurdleInTheCountryItLivesIn() {
    assertThat(of(neighbour(LocalDate.of(2026, 1, 1), YearMonth.of(2026, 6))))
        .contains(new Reported(new Country("PL"), Hurdle.EXPIRED_PASSPORT));
  }

  @Test
  void whoSaidNothingAddsNothing() {
    Neighbour one =
        Neighbour.of("PL", LocalDate.of(2026, 1, 1)).with(PASSPORT, LocalDate.of(2027, 5, 4));
    assertThat(of(one)).isEmpty();
  }
}

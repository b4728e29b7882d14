package org.termin.notifier.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.termin.contract.words.DocumentType.PASSPORT;
import static org.termin.contract.words.DocumentType.RESIDENCE_PERMIT;
import static org.termin.contract.words.DocumentType.TRAVEL_DOCUMENT;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;

/** Who adds what to the release of 9 November 2026. */
class EndsTest {
  private static final LocalDate RELEASE = LocalDate.of(2026, 11, 9);
  private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);

  private static Optional<Ends> of(Neighbour neighbour) {
    return Ends.of(neighbour.record(ReceiptCode.random()), RELEASE);
  }

  private static Map<DocumentType, YearMonth> months(Neighbour neighbour) {
    return of(neighbour).orElseThrow().months();
  }

  /** The release before is that of 12 October. */
  @ParameterizedTest
  @CsvSource({
    "signed up before the release before, 2026-10-11, true,  CONFIRMED, true",
    "on the day of the release before,    2026-10-12, true,  CONFIRMED, false",
    "after it,                            2026-10-20, true,  CONFIRMED, false",
    "did not agree to be counted,         2026-01-01, false, CONFIRMED, false",
    "never typed a code,                  2026-01-01, true,  AWAITING,  false",
    "said stop,                           2026-01-01, true,  STOPPED,   false"
  })
  void countsFromTheSecondReleaseAndWithAContactThatAnswered(
      String who, LocalDate registered, boolean agreed, ContactState contact, boolean counts) {
    Neighbour one =
        Neighbour.of("PL", registered)
            .with(PASSPORT, LocalDate.of(2027, 5, 4))
            .agreeing(agreed)
            .reached(contact);
    assertThat(of(one).isPresent()).as(who).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({
    "before this quarter,      2026-09-30, held,             false",
    "this quarter and over,    2026-10-01, held,             true",
    "soon,                     2026-12-24, held,             true",
    "the last day that counts, 2029-03-31, held,             true",
    "too far away,             2029-04-01, held,             false",
    "filed already,            2027-03-01, filed:2026-11-01, false",
    "lost,                     2027-03-01, lost:2026-11-01,  false",
    "renewed,                  2027-03-01, renewed,          false",
    "without end,              ,           held,             false"
  })
  void onlyDocumentsInTheDrawerCountThatEndWithinThirtyMonths(
      String which, @Nullable LocalDate end, String state, boolean counts) {
    Neighbour one =
        Neighbour.of("PL", LONG_AGO).with(RESIDENCE_PERMIT, end, DocumentState.of(state));
    assertThat(of(one).isPresent()).as(which).isEqualTo(counts);
  }

  @Test
  void aFamilyOfFiveWeighsNoMoreThanAnybody() {
    Neighbour family = Neighbour.of("LT", LONG_AGO);
    for (int person = 0; person < 5; person++) {
      family =
          family
              .with(PASSPORT, LocalDate.of(2027, 3 + person, 1))
              .with(RESIDENCE_PERMIT, LocalDate.of(2028, 6 - person, 1));
    }
    assertThat(months(family))
        .isEqualTo(
            Map.of(PASSPORT, YearMonth.of(2027, 3), RESIDENCE_PERMIT, YearMonth.of(2028, 2)));
  }

  @Test
  void ofThreeSortsTheTwoCountThatEndFirst() {
    assertThat(
            months(
                Neighbour.of("LT", LONG_AGO)
                    .with(PASSPORT, LocalDate.of(2028, 3, 1))
                    .with(TRAVEL_DOCUMENT, LocalDate.of(2027, 3, 1))
                    .with(RESIDENCE_PERMIT, LocalDate.of(2027, 1, 1))))
        .containsOnlyKeys(TRAVEL_DOCUMENT, RESIDENCE_PERMIT);
  }

  @Test
  void nothingOfItPrintsItself() {
    assertThat(of(Neighbour.of("LT", LONG_AGO).with(PASSPORT, LocalDate.of(2028, 3, 1))))
        .hasToString("Optional[Ends]");
  }
}

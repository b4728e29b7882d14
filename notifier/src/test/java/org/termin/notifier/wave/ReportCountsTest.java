package org.termin.notifier.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.termin.contract.words.Country;
import org.termin.contract.words.Hurdle;

class ReportCountsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 9);
  private static final Country POLAND = new Country("PL");
  private static final ReportSeries SERIES = new ReportSeries(POLAND);

  private final Noise noise = new Noise(new Random(7));

  private static ReportCounts counts(int households) {
    ReportCounts counts = new ReportCounts();
    for (int n = 0; n < households; n++) {
      counts.add(new Reported(POLAND, Hurdle.CONSULAR_PROOF));
    }
    return counts;
  }

  @Test
  void everyDrawIsBlurredAnew() {
    Set<Integer> said = new HashSet<>();
    for (int draw = 0; draw < 500; draw++) {
      List<ReportCell> cells = counts(200).draw(SERIES, DAY, noise);
      assertThat(cells).extracting(ReportCell::hurdle).containsExactly(Hurdle.CONSULAR_PROOF);
      said.add(cells.getFirst().households());
    }
    assertThat(said).hasSizeGreaterThan(8).allMatch(one -> one >= 155 && one <= 245);
  }

  @Test
  void whatTenHouseholdsMetIsNeverSaid() {
    for (int draw = 0; draw < 500; draw++) {
      assertThat(counts(10).draw(SERIES, DAY, noise)).isEmpty();
    }
  }

  /** Who says now this and now that must not be in a draw at every release. */
  @Test
  void allReasonsOfACountryAreDrawnOnOneDay() {
    assertThat(new ReportSeries(POLAND)).isEqualTo(SERIES);
    assertThat(Grid.isTurn(SERIES, DAY, DAY.plusDays(84))).isFalse();
    assertThat(Grid.isTurn(SERIES, DAY, DAY.plusDays(112))).isTrue();
  }
}

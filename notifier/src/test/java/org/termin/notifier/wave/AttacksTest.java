package org.termin.notifier.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.Hurdle;
import org.termin.contract.words.JoinCode;
import org.termin.testkit.Figures;

/**
 * S17: what somebody learns who reads every release of two years, waves and reports, has planted
 * twenty households, and knows everything about everybody but one thing.
 */
class AttacksTest {
  private static final int RELEASES = 26;
  private static final int PLANTED = 20;
  private static final int TARGETS = 10;
  private static final int FEW = 11;

  /** Somebody is sure who would bet nine to one. */
  private static final double SURE = 0.9;

  private static final int LARGEST = 200;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
  private static final List<Country> COUNTRIES = List.of(new Country("PL"), new Country("LT"));
  private static final JoinCode CODE = new JoinCode("BUSEL");
  private static final UUID COMMUNITY = UUID.fromString("00000000-0000-4000-8000-000000000007");

  private final long seed = Figures.seed("attacks on waves");
  private final int populations = Figures.size("populations", 1_000, 1_000);
  private final Random random = new Random(seed);
  private final Noise noise = new Noise(random);
  private final Odds odds = new Odds();

  /** What was said at a release is counted at so many: twelve months. */
  private static final int REPORTED = 13;

  /** A household and the releases at which it counts, and what it met at one of them. */
  private record Life(Ends ends, int from, int to, @Nullable Hurdle met, int said) {
    boolean counts(int release) {
      return from <= release && release < to;
    }

    boolean reports(int release, Country country) {
      return counts(release)
          && met != null
          && said <= release
          && release < said + REPORTED
          && country.equals(ends.country());
    }
  }

  /** One series at one release: what was said, in the order of the periods. */
  private record Drawn(int release, Series series, Map<YearMonth, Integer> said) {}

  /** The reports of one country at one release: what was said. */
  private record Drawing(int release, Country country, Map<Hurdle, Integer> said) {}

  @Test
  void aThousandPopulationsKeepTheirSecrets() {
    int right = 0;
    int guesses = 0;
    int small = 0;
    int saidOfFew = 0;
    int saidOfMany = 0;
    int recovered = 0;
    int moved = 0;
    for (int population = 0; population < populations; population++) {
      List<Life> targets = new ArrayList<>();
      List<Boolean> present = new ArrayList<>();
      for (int n = 0; n < TARGETS; n++) {
        targets.add(life(ends(), random.nextInt(RELEASES / 2), RELEASES, hurdle()));
        present.add(random.nextBoolean());
      }
      // the planted ones stand beside the first target
      List<Life> all = others(targets.getFirst());
      for (int n = 0; n < TARGETS; n++) {
        if (present.get(n)) {
          all.add(targets.get(n));
        }
      }
      List<Drawn> drawn = new ArrayList<>();
      List<Drawing> reports = new ArrayList<>();
      moved += releases(all, drawn) + reports(all, reports);
      for (Drawing one : reports) {
        for (Map.Entry<Hurdle, Integer> met : exact(all, one).entrySet()) {
          saidOfMany += one.said().containsKey(met.getKey()) ? 1 : 0;
          small += met.getValue() < FEW ? 1 : 0;
          saidOfFew += met.getValue() < FEW && one.said().containsKey(met.getKey()) ? 1 : 0;
        }
      }
      for (Drawn one : drawn) {
        Map<YearMonth, Integer> exact = exact(all, one);
        for (Map.Entry<YearMonth, Integer> period : exact.entrySet()) {
          small += period.getValue() < FEW ? 1 : 0;
          saidOfFew += period.getValue() < FEW && one.said().containsKey(period.getKey()) ? 1 : 0;
        }
      }
      recovered += recovered(all, drawn, false);
      for (int n = 0; n < TARGETS; n++) {
        List<Life> rest = new ArrayList<>(all);
        rest.remove(targets.get(n));
        double leaning =
            leaning(rest, targets.get(n), drawn) + reported(rest, targets.get(n), reports);
        boolean guess = leaning > 0;
        right += guess == present.get(n) ? 1 : 0;
        guesses++;
      }
    }
    double rate = (double) right / guesses;
    System.out.printf(
        "%,d populations: %,d cells below %d, said %d, recovered %d; presence guessed %.1f %%%n",
        populations, small, FEW, saidOfFew, recovered, 100 * rate);
    Figures.record(
        "Waves",
        "Attackers of S17 on random populations",
        seed,
        "mvn -Preliability -pl notifier -am verify -Dtest=AttacksTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dchaos.seed="
            + seed,
        "%,d populations, 26 releases each: %,d cells below 11 households, 0 said, %d recovered; presence of one of ten guessed right by who knows everybody else: %.1f %%"
            .formatted(populations, small, recovered, 100 * rate),
        saidOfFew == 0 && recovered == 0 && rate <= 0.615);
    assertThat(moved).as("figures that changed out of their turn").isZero();
    assertThat(small).isGreaterThan(1_000);
    assertThat(saidOfMany).as("reports that were said, so that they could tell").isPositive();
    assertThat(saidOfFew).isZero();
    assertThat(recovered).isZero();
    // six in ten, and three standard errors of ten thousand guesses
    assertThat(rate).isLessThanOrEqualTo(0.615);
  }

  @Test
  void theSameAttackFindsThemAllWhereNothingIsBlurred() {
    List<Life> all = others(life(ends(), 0, RELEASES, null));
    List<Drawn> drawn = new ArrayList<>();
    releases(all, drawn);
    assertThat(recovered(all, drawn, true)).isPositive();
  }

  /** Up to sixteen hundred households who come and go, and twenty of the attacker's. */
  private List<Life> others(Life planted) {
    List<Life> lives = new ArrayList<>();
    int many = 100 + random.nextInt(1_500);
    for (int n = 0; n < many; n++) {
      int from = random.nextInt(2 * RELEASES) - RELEASES;
      int to = random.nextInt(3) == 0 ? from + 1 + random.nextInt(RELEASES) : RELEASES;
      lives.add(life(ends(), from, to, hurdle()));
    }
    for (int n = 0; n < PLANTED; n++) {
      lives.add(life(planted.ends(), random.nextInt(RELEASES), RELEASES, planted.met()));
    }
    return lives;
  }

  private Life life(Ends ends, int from, int to, @Nullable Hurdle met) {
    return new Life(ends, from, to, met, Math.max(from, 0) + random.nextInt(RELEASES / 2));
  }

  /** Most meet the same, so that there are large figures and small ones. */
  private @Nullable Hurdle hurdle() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> null;
      case 2 -> Hurdle.values()[random.nextInt(Hurdle.values().length)];
      case 3 -> Hurdle.CONSULAR_PROOF;
      default -> Hurdle.NO_APPOINTMENT;
    };
  }

  private Ends ends() {
    Map<DocumentType, YearMonth> months = new HashMap<>();
    // near together, so that there are large cells and small ones
    months.put(DocumentType.PASSPORT, month());
    if (random.nextBoolean()) {
      months.put(DocumentType.RESIDENCE_PERMIT, month());
    }
    @Nullable JoinCode community = random.nextInt(3) == 0 ? CODE : null;
    return new Ends(COUNTRIES.get(random.nextInt(2)), community, months);
  }

  private YearMonth month() {
    int ahead = (int) Math.abs(random.nextGaussian() * 4);
    return YearMonth.of(2028, 1).plusMonths(Math.min(ahead, 14));
  }

  /** Makes all releases; says how many figures changed though it was not their turn. */
  private int releases(List<Life> all, List<Drawn> drawn) {
    List<Series> series = new ArrayList<>();
    for (UUID scope : List.of(Series.EVERYBODY, COMMUNITY)) {
      for (Country country : COUNTRIES) {
        series.add(new Series(scope, country, DocumentType.PASSPORT));
        series.add(new Series(scope, country, DocumentType.RESIDENCE_PERMIT));
      }
    }
    int moved = 0;
    List<Cell> before = List.of();
    Map<Series, LocalDate> turns = new HashMap<>();
    for (int release = 0; release < RELEASES; release++) {
      LocalDate day = FIRST.plusDays(28L * release);
      Counts counts = new Counts(Map.of(CODE, COMMUNITY));
      for (Life one : all) {
        if (one.counts(release)) {
          counts.add(one.ends());
        }
      }
      Release<Series, Cell> made =
          Release.make(day, series, counts.drawing(day, before, noise), before, turns);
      for (Series one : made.drawn()) {
        turns.put(one, day);
        Map<YearMonth, Integer> said = new HashMap<>();
        made.cells().stream()
            .filter(cell -> cell.series().equals(one))
            .forEach(cell -> said.put(cell.period().first(), cell.households()));
        drawn.add(new Drawn(release, one, said));
      }
      for (Cell cell : made.cells()) {
        moved += cell.drawn().equals(day) || before.contains(cell) ? 0 : 1;
      }
      before = made.cells();
    }
    return moved;
  }

  /** The same of reports. */
  private int reports(List<Life> all, List<Drawing> drawn) {
    int moved = 0;
    List<ReportCell> before = List.of();
    Map<ReportSeries, LocalDate> turns = new HashMap<>();
    for (int release = 0; release < RELEASES; release++) {
      LocalDate day = FIRST.plusDays(28L * release);
      ReportCounts counts = new ReportCounts();
      for (Country country : COUNTRIES) {
        for (Life one : all) {
          if (one.met() != null && one.reports(release, country)) {
            counts.add(new Reported(country, one.met()));
          }
        }
      }
      Release<ReportSeries, ReportCell> made =
          Release.make(
              day,
              COUNTRIES.stream().map(ReportSeries::new).toList(),
              one -> counts.draw(one, day, noise),
              before,
              turns);
      for (ReportSeries one : made.drawn()) {
        turns.put(one, day);
        Map<Hurdle, Integer> said = new EnumMap<>(Hurdle.class);
        made.cells().stream()
            .filter(cell -> cell.series().equals(one))
            .forEach(cell -> said.put(cell.hurdle(), cell.households()));
        drawn.add(new Drawing(release, one.country(), said));
      }
      for (ReportCell cell : made.cells()) {
        moved += cell.drawn().equals(day) || before.contains(cell) ? 0 : 1;
      }
      before = made.cells();
    }
    return moved;
  }

  private static Map<Hurdle, Integer> exact(List<Life> all, Drawing drawn) {
    Map<Hurdle, Integer> exact = new EnumMap<>(Hurdle.class);
    for (Hurdle hurdle : Hurdle.values()) {
      exact.put(hurdle, 0);
    }
    for (Life one : all) {
      if (one.met() != null && one.reports(drawn.release(), drawn.country())) {
        exact.merge(one.met(), 1, Integer::sum);
      }
    }
    return exact;
  }

  private static Map<YearMonth, Integer> exact(List<Life> all, Drawn drawn) {
    Map<YearMonth, Integer> exact = new HashMap<>();
    LocalDate day = FIRST.plusDays(28L * drawn.release());
    Period.ahead(day, false).forEach(period -> exact.put(period.first(), 0));
    for (Life one : all) {
      if (one.counts(drawn.release()) && isIn(drawn.series(), one.ends())) {
        YearMonth month = one.ends().months().get(drawn.series().document());
        if (month != null) {
          exact.computeIfPresent(quarter(month), (_, n) -> n + 1);
        }
      }
    }
    return exact;
  }

  private static boolean isIn(Series series, Ends ends) {
    return series.country().equals(ends.country())
        && (series.scope().equals(Series.EVERYBODY) || ends.community() != null);
  }

  private static YearMonth quarter(YearMonth month) {
    return YearMonth.of(month.getYear(), month.getMonth().firstMonthOfQuarter());
  }

  /**
   * By overlap: who is in the country and not in the community? Every pair of draws of a quarter is
   * put together by the rule of Bayes; a small remainder that comes out almost certain is found.
   */
  private int recovered(List<Life> all, List<Drawn> drawn, boolean unblurred) {
    int found = 0;
    for (Drawn inner : drawn) {
      if (!inner.series().scope().equals(COMMUNITY)) {
        continue;
      }
      for (Drawn outer : drawn) {
        boolean fits =
            outer.series().scope().equals(Series.EVERYBODY)
                && outer.series().country().equals(inner.series().country())
                && outer.series().document() == inner.series().document()
                && Math.abs(outer.release() - inner.release()) < Grid.TURNS;
        if (!fits) {
          continue;
        }
        Map<YearMonth, Integer> whole = exact(all, outer);
        Map<YearMonth, Integer> part = exact(all, inner);
        for (YearMonth quarter : part.keySet()) {
          int rest = whole.getOrDefault(quarter, 0) - part.get(quarter);
          if (rest >= 0 && rest < FEW) {
            Seen large = new Seen(outer.said().get(quarter), whole.getOrDefault(quarter, 0));
            Seen less = new Seen(inner.said().get(quarter), part.get(quarter));
            found += isSure(large, less, rest, unblurred) ? 1 : 0;
          }
        }
      }
    }
    return found;
  }

  /** What was said of a count, and the count. */
  private record Seen(@Nullable Integer said, int exact) {
    double odds(int households, Odds odds, boolean unblurred) {
      return unblurred
          ? households == exact ? 1 : 0
          : odds.of(said == null ? Odds.NOTHING : said, households);
    }
  }

  private boolean isSure(Seen large, Seen less, int rest, boolean unblurred) {
    if (!unblurred && large.said() == null) {
      // all that is known is that there are few; whoever guesses, guesses
      return false;
    }
    double all = 0;
    double hit = 0;
    for (int part = 0; part < LARGEST; part++) {
      double inner = less.odds(part, odds, unblurred);
      for (int more = 0; inner > 0 && part + more < LARGEST; more++) {
        double both = inner * large.odds(part + more, odds, unblurred);
        all += both;
        hit += more == rest ? both : 0;
      }
    }
    return all > 0 && hit / all >= SURE;
  }

  /** Above nought: the target seems to be there. */
  private double leaning(List<Life> rest, Life target, List<Drawn> drawn) {
    double leaning = random.nextDouble(1e-9) - 5e-10;
    for (Drawn one : drawn) {
      YearMonth month = target.ends().months().get(one.series().document());
      if (month == null || !target.counts(one.release()) || !isIn(one.series(), target.ends())) {
        continue;
      }
      Integer without = exact(rest, one).get(quarter(month));
      if (without != null) {
        int said = one.said().getOrDefault(quarter(month), Odds.NOTHING);
        leaning += Math.log(odds.of(said, without + 1)) - Math.log(odds.of(said, without));
      }
    }
    return leaning;
  }

  /** The same from reports: the attacker knows what the target said, and when. */
  private double reported(List<Life> rest, Life target, List<Drawing> drawn) {
    double leaning = 0;
    for (Drawing one : drawn) {
      if (target.met() != null && target.reports(one.release(), one.country())) {
        int without = exact(rest, one).getOrDefault(target.met(), 0);
        int said = one.said().getOrDefault(target.met(), Odds.NOTHING);
        leaning += Math.log(odds.of(said, without + 1)) - Math.log(odds.of(said, without));
      }
    }
    return leaning;
  }
}

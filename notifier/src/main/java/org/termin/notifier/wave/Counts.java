package org.termin.notifier.wave;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.termin.contract.words.Country;
import org.termin.contract.words.JoinCode;

/** How many households have a document that ends in a month, exactly; never leaves this room. */
final class Counts {
  /** A country of which so many are said is said by months. */
  private static final int MANY = 1_000;

  private final Map<JoinCode, UUID> communities;
  private final Map<Series, Map<YearMonth, Integer>> figures = new HashMap<>();

  /** Counts for everybody and for those communities. */
  Counts(Map<JoinCode, UUID> communities) {
    this.communities = Map.copyOf(communities);
  }

  void add(Ends one) {
    List<UUID> scopes = new ArrayList<>(List.of(Series.EVERYBODY));
    UUID community = one.community() == null ? null : communities.get(one.community());
    if (community != null) {
      scopes.add(community);
    }
    for (UUID scope : scopes) {
      one.months()
          .forEach(
              (document, month) ->
                  figures
                      .computeIfAbsent(
                          new Series(scope, one.country(), document), _ -> new HashMap<>())
                      .merge(month, 1, Integer::sum));
    }
  }

  /**
   * How a series is drawn after that release; what is known to everybody decides whether by months.
   */
  Function<Series, List<Cell>> drawing(LocalDate release, Collection<Cell> before, Noise noise) {
    Map<Place, Integer> sums =
        before.stream()
            .collect(Collectors.groupingBy(Place::of, Collectors.summingInt(Cell::households)));
    return series -> draw(series, release, sums.getOrDefault(Place.of(series), 0) >= MANY, noise);
  }

  private record Place(UUID scope, Country country) {
    static Place of(Cell cell) {
      return of(cell.series());
    }

    static Place of(Series series) {
      return new Place(series.scope(), series.country());
    }
  }

  /** Draws all figures of a series, the small ones too, and keeps those that may be said. */
  private List<Cell> draw(Series series, LocalDate release, boolean monthly, Noise noise) {
    Map<YearMonth, Integer> exact = figures.getOrDefault(series, Map.of());
    List<Cell> said = new ArrayList<>();
    for (Period period : Period.ahead(release, monthly)) {
      int households = period.all().mapToInt(month -> exact.getOrDefault(month, 0)).sum();
      Disclosure.of(households, noise)
          .ifPresent(figure -> said.add(new Cell(series, period, figure, release)));
    }
    return said;
  }
}

package org.termin.notifier.wave;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.termin.contract.words.JoinCode;

/** How many households have a document that ends in a month, exactly; never leaves this room. */
final class Counts {
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

  /** Draws all figures of a series, the small ones too, and keeps those that may be said. */
  List<Cell> draw(Series series, LocalDate release, boolean monthly, Noise noise) {
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

package org.termin.notifier.wave;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.termin.contract.words.Country;

/**
 * Makes a release from the one before: series whose turn it is are drawn, the others stay as they
 * were, to the digit, so that nobody can be seen coming or going between two releases.
 *
 * @param cells what is said
 * @param drawn the series that were drawn
 */
record Release(List<Cell> cells, List<Series> drawn) {
  /** A country of which so many are counted is said by months. */
  private static final int MANY = 1_000;

  /**
   * Makes it.
   *
   * @param before the cells of the release before
   * @param turns when each series was drawn last
   */
  static Release make(
      LocalDate day,
      Collection<Series> all,
      Counts counts,
      Collection<Cell> before,
      Map<Series, LocalDate> turns,
      Noise noise) {
    Map<Series, List<Cell>> kept = before.stream().collect(Collectors.groupingBy(Cell::series));
    Map<Place, Integer> sums =
        before.stream()
            .collect(Collectors.groupingBy(Place::of, Collectors.summingInt(Cell::households)));
    List<Cell> cells = new ArrayList<>();
    List<Series> drawn = new ArrayList<>();
    for (Series one : all) {
      if (Grid.isTurn(one, turns.get(one), day)) {
        // what is known to everybody decides this too
        boolean monthly = sums.getOrDefault(new Place(one.scope(), one.country()), 0) >= MANY;
        cells.addAll(counts.draw(one, day, monthly, noise));
        drawn.add(one);
      } else {
        kept.getOrDefault(one, List.of()).stream()
            .filter(cell -> !cell.period().isOver(day))
            .forEach(cells::add);
      }
    }
    return new Release(cells, drawn);
  }

  private record Place(UUID scope, Country country) {
    static Place of(Cell cell) {
      return new Place(cell.series().scope(), cell.series().country());
    }
  }
}

package org.termin.notifier.wave;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes a release from the one before: lots whose turn it is are drawn, the others stay as they
 * were, to the digit, so that nobody can be seen coming or going between two releases.
 *
 * @param cells what is said
 * @param drawn the lots that were drawn
 */
record Release<L extends Lot, F extends Figure<L>>(List<F> cells, List<L> drawn) {
  /**
   * Makes it.
   *
   * @param draw what may be said of a lot now
   * @param before the figures of the release before
   * @param turns when each lot was drawn last
   */
  static <L extends Lot, F extends Figure<L>> Release<L, F> make(
      LocalDate day,
      Collection<L> all,
      Function<L, List<F>> draw,
      Collection<F> before,
      Map<L, LocalDate> turns) {
    Map<L, List<F>> kept = before.stream().collect(Collectors.groupingBy(Figure::lot));
    List<F> cells = new ArrayList<>();
    List<L> drawn = new ArrayList<>();
    for (L one : all) {
      if (Grid.isTurn(one, turns.get(one), day)) {
        cells.addAll(draw.apply(one));
        drawn.add(one);
      } else {
        kept.getOrDefault(one, List.of()).stream()
            .filter(cell -> !cell.isOver(day))
            .forEach(cells::add);
      }
    }
    return new Release<>(cells, drawn);
  }
}

package org.termin.notifier.issuer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.termin.notifier.issuer.Patterns.Guess;
import org.termin.notifier.issuer.StolenRows.Mark;

/** Guesses the exact last day of a passport from its rows, each as likely as the register says. */
final class ExactDay {
  private final Patterns patterns;
  private final NavigableMap<LocalDate, Double> ending;
  private final Map<Mark, Map<LocalDate, Double>> beliefs = new HashMap<>();

  ExactDay(Patterns patterns, NavigableMap<LocalDate, Double> ending) {
    this.patterns = patterns;
    this.ending = ending;
  }

  /** Weighs every passport of the register against these rows. */
  void study(Collection<Mark> marks) {
    Set<Mark> seen = new HashSet<>(marks);
    List<Guess> guesses = patterns.guesses();
    ending.forEach(
        (end, count) -> {
          for (Guess guess : guesses) {
            for (Mark mark : patterns.marks(end, guess)) {
              if (seen.contains(mark)) {
                beliefs
                    .computeIfAbsent(mark, _ -> new HashMap<>())
                    .merge(end, count * guess.weight(patterns.secrets()), Double::sum);
              }
            }
          }
        });
  }

  /** The best guess from one row alone; never, if no passport could have it. */
  LocalDate ofRow(Mark mark) {
    return best(beliefs.getOrDefault(mark, Map.of()));
  }

  /** The best guess from all rows of one document, if somebody could tell which they are. */
  LocalDate ofDocument(Set<Mark> marks) {
    return best(ofLinked(marks, patterns.guesses()));
  }

  /**
   * The best guesses from all rows of a household, if somebody could tell which they are: its
   * documents share country, contacts and secret days.
   */
  List<LocalDate> ofHousehold(List<Set<Mark>> documents) {
    List<Map<LocalDate, Double>> sums = documents.stream().map(_ -> beliefs()).toList();
    for (Guess guess : patterns.guesses()) {
      List<Map<LocalDate, Double>> each =
          documents.stream().map(marks -> ofLinked(marks, List.of(guess))).toList();
      double all = 1;
      for (Map<LocalDate, Double> one : each) {
        all *= sum(one);
      }
      if (all > 0) {
        for (int n = 0; n < each.size(); n++) {
          double others = all / sum(each.get(n));
          Map<LocalDate, Double> into = sums.get(n);
          each.get(n).forEach((end, weight) -> into.merge(end, weight * others, Double::sum));
        }
      }
    }
    return sums.stream().map(ExactDay::best).toList();
  }

  private Map<LocalDate, Double> ofLinked(Set<Mark> marks, List<Guess> guesses) {
    Map<LocalDate, Double> sums = beliefs();
    Set<LocalDate> possible = new HashSet<>(ending.keySet());
    marks.forEach(mark -> possible.retainAll(beliefs.getOrDefault(mark, Map.of()).keySet()));
    for (LocalDate end : possible) {
      for (Guess guess : guesses) {
        if (new HashSet<>(patterns.marks(end, guess)).containsAll(marks)) {
          double weight = ending.get(end) * guess.weight(patterns.secrets());
          sums.merge(end, weight, Double::sum);
        }
      }
    }
    return sums;
  }

  private static Map<LocalDate, Double> beliefs() {
    return new HashMap<>();
  }

  private static double sum(Map<LocalDate, Double> weights) {
    return weights.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static LocalDate best(Map<LocalDate, Double> weights) {
    return weights.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(LocalDate.MIN);
  }
}

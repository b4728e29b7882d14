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
    study(marks, patterns.guesses());
  }

  /** The same where only these guesses are possible. */
  void study(Collection<Mark> marks, List<Guess> guesses) {
    Set<Mark> seen = new HashSet<>(marks);
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
    return ofDocument(marks, patterns.guesses());
  }

  /** The same where only these guesses are possible. */
  LocalDate ofDocument(Set<Mark> marks, List<Guess> guesses) {
    return best(ofLinked(marks, guesses));
  }

  /** What rows a passport would have after somebody did something, by a guess at it before. */
  interface After {
    /** Every possibility, each as likely as the others. */
    List<List<Mark>> rows(LocalDate end, Guess guess);
  }

  /**
   * The best guess from the rows that went and those that came when somebody did something about
   * one document, if somebody could tell which they are.
   */
  LocalDate ofChange(Set<Mark> before, Set<Mark> after, After rules) {
    Map<LocalDate, Double> sums = beliefs();
    Set<LocalDate> possible = new HashSet<>(ending.keySet());
    before.forEach(mark -> possible.retainAll(beliefs.getOrDefault(mark, Map.of()).keySet()));
    for (LocalDate end : possible) {
      for (Guess guess : patterns.guesses()) {
        if (new HashSet<>(patterns.marks(end, guess)).containsAll(before)) {
          List<List<Mark>> then = rules.rows(end, guess);
          long fitting =
              then.stream().filter(rows -> new HashSet<>(rows).containsAll(after)).count();
          double weight = ending.get(end) * guess.weight(patterns.secrets());
          sums.merge(end, weight * fitting / then.size(), Double::sum);
        }
      }
    }
    return best(sums);
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

  private static LocalDate best(Map<LocalDate, Double> weights) {
    return weights.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(LocalDate.MIN);
  }
}

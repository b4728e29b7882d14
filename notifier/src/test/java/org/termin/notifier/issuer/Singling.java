package org.termin.notifier.issuer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.termin.notifier.issuer.Patterns.Guess;
import org.termin.notifier.issuer.StateRegister.Family;
import org.termin.notifier.issuer.StolenRows.Mark;
import org.termin.notifier.issuer.StolenRows.Row;

/**
 * Looks for families of the register in the rows: are all rows there which theirs would have, among
 * those of one transaction or among all? The rarer such a coincidence, the surer the issuer is.
 */
final class Singling {
  private final Patterns patterns;
  private final NavigableMap<LocalDate, Double> ending;
  private final double passports;
  private final Map<Mark, BitSet> places = new HashMap<>();
  private final List<Double> shares = new ArrayList<>();

  /** How often the rows of such a passport are in each place, over several guesses. */
  private record Found(Map<LocalDate, Map<Integer, Double>> often, double[] chances) {}

  Singling(Patterns patterns, NavigableMap<LocalDate, Double> ending) {
    this.patterns = patterns;
    this.ending = ending;
    this.passports = ending.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Place 0 is the whole store; every transaction is another one. */
  void study(StolenRows stolen) {
    Map<Long, Integer> writers = new HashMap<>();
    Map<Integer, Integer> counts = new HashMap<>();
    for (Row row : stolen.rows()) {
      int place = writers.computeIfAbsent(row.writer(), _ -> writers.size() + 1);
      counts.merge(place, 1, Integer::sum);
      BitSet at = places.computeIfAbsent(StolenRows.mark(row), _ -> new BitSet());
      at.set(0);
      at.set(place);
    }
    shares.add(1.0);
    for (int place = 1; place <= writers.size(); place++) {
      shares.add(counts.get(place) / (double) stolen.rows().size());
    }
  }

  /** The families in the order of suspicion, if a household is moved by the same days. */
  List<Family> movedTogether(List<Family> register) {
    return suspects(register, patterns.guesses().stream().map(List::of).toList());
  }

  /** The families in the order of suspicion, if each passport is moved by days of its own. */
  List<Family> movedApart(List<Family> register) {
    return suspects(
        register,
        List.copyOf(
            patterns.guesses().stream()
                .collect(Collectors.groupingBy(one -> one.country() + one.reach()))
                .values()));
  }

  private List<Family> suspects(List<Family> register, List<List<Guess>> alternatives) {
    Map<Integer, Double> scores = new HashMap<>();
    for (List<Guess> guesses : alternatives) {
      Found found = found(guesses);
      double weight = guesses.getFirst().weight(patterns.secrets()) * guesses.size();
      for (Family family : register) {
        double score = score(family, found);
        if (score > 0) {
          scores.merge(family.number(), score * weight, Double::sum);
        }
      }
    }
    return register.stream()
        .filter(family -> scores.containsKey(family.number()))
        .sorted(Comparator.comparing((Family one) -> scores.get(one.number())).reversed())
        .toList();
  }

  private double score(Family family, Found found) {
    Map<Integer, Double> together = null;
    for (LocalDate end : new HashSet<>(family.ends())) {
      Map<Integer, Double> here = found.often().getOrDefault(end, Map.of());
      Map<Integer, Double> both = new HashMap<>();
      for (Map.Entry<Integer, Double> one : here.entrySet()) {
        double before =
            together == null ? shares.get(one.getKey()) : together.getOrDefault(one.getKey(), 0.0);
        if (before > 0) {
          both.put(one.getKey(), before * one.getValue() / found.chances()[one.getKey()]);
        }
      }
      together = both;
    }
    return together == null ? 0 : together.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private Found found(List<Guess> guesses) {
    Map<LocalDate, Map<Integer, Double>> often = new HashMap<>();
    double[] chances = new double[shares.size()];
    ending.forEach(
        (end, count) -> {
          Map<Integer, Double> here = new HashMap<>();
          for (Guess guess : guesses) {
            placesOf(new HashSet<>(patterns.marks(end, guess))).stream()
                .forEach(place -> here.merge(place, 1.0 / guesses.size(), Double::sum));
          }
          here.forEach((place, times) -> chances[place] += times * count / passports);
          often.put(end, here);
        });
    return new Found(often, chances);
  }

  /** Where all of these rows are. */
  private BitSet placesOf(Set<Mark> marks) {
    BitSet all = new BitSet();
    boolean first = true;
    for (Mark mark : marks) {
      BitSet here = places.getOrDefault(mark, new BitSet());
      if (first) {
        all.or(here);
      } else {
        all.and(here);
      }
      first = false;
    }
    return all;
  }
}

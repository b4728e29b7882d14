package org.termin.notifier.issuer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.termin.contract.sealed.Ref;
import org.termin.notifier.issuer.Residents.Resident;
import org.termin.notifier.issuer.StateRegister.Family;
import org.termin.notifier.issuer.StolenRows.Mark;
import org.termin.notifier.issuer.StolenRows.Row;

/** One stolen disk in the hands of the issuer, and how often its guesses are right. */
final class Theft {
  /** Weighing a document takes milliseconds; more than so many are sampled. */
  private static final int MOST_DOCUMENTS = 20_000;

  private final StateRegister register;
  private final NavigableMap<LocalDate, Double> ending;
  private final Patterns patterns;
  private final StolenRows stolen;
  private final Map<UUID, Ref> truth;
  private final Map<UUID, Resident> residents;

  /** The last two are for counting only; no attacker sees them. */
  Theft(
      StateRegister register,
      Patterns patterns,
      StolenRows stolen,
      Map<UUID, Ref> truth,
      Map<UUID, Resident> residents) {
    this.register = register;
    this.ending = register.ending();
    this.patterns = patterns;
    this.stolen = stolen;
    this.truth = truth;
    this.residents = residents;
  }

  /** The exact day of a passport, from one row alone and from all rows of it. */
  record Days(Success row, Success document) {}

  /** How much of so many guesses was right. */
  record Success(int right, int of) {
    double share() {
      return right / (double) of;
    }

    /** Half the width of the interval that holds the true share 95 times of 100. */
    double give() {
      return 1.96 * Math.sqrt(share() * (1 - share()) / of);
    }

    @Override
    public String toString() {
      return "%.2f %% ± %.2f of %d".formatted(100 * share(), 100 * give(), of);
    }
  }

  /** Nothing was stolen: the day on which most passports of the register end. */
  Success withoutDump() {
    LocalDate most =
        ending.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    List<LocalDate> ends =
        residents.values().stream().flatMap(one -> one.family().ends().stream()).toList();
    return new Success((int) ends.stream().filter(most::equals).count(), ends.size());
  }

  /** The exact day from each row alone, and from all rows of each document. */
  Days days() {
    ExactDay exact = new ExactDay(patterns, ending);
    exact.study(stolen.rows().stream().map(StolenRows::mark).toList());
    int row = 0;
    Map<List<Object>, Set<Mark>> documents = new HashMap<>();
    for (Row one : stolen.rows()) {
      Ref ref = truth.get(one.id());
      row += exact.ofRow(StolenRows.mark(one)).equals(end(ref)) ? 1 : 0;
      documents
          .computeIfAbsent(
              List.of(ref.registration(), end(ref), ref.document()), _ -> new HashSet<>())
          .add(StolenRows.mark(one));
    }
    List<Map.Entry<List<Object>, Set<Mark>>> some =
        documents.entrySet().stream().limit(MOST_DOCUMENTS).toList();
    long document =
        some.stream()
            .filter(one -> exact.ofDocument(one.getValue()).equals(one.getKey().get(1)))
            .count();
    return new Days(
        new Success(row, stolen.rows().size()), new Success((int) document, some.size()));
  }

  /** The most households that can be named with at least every second name right. */
  Success households() {
    return new Success(named().size(), here().size());
  }

  /** The numbers of those families. */
  Set<Integer> named() {
    Singling singling = new Singling(patterns, ending);
    singling.study(stolen);
    Set<Integer> together = named(singling.movedTogether(register.families()), here());
    Set<Integer> apart = named(singling.movedApart(register.families()), here());
    return together.size() > apart.size() ? together : apart;
  }

  private Set<Integer> here() {
    return residents.values().stream()
        .map(one -> one.family().number())
        .collect(Collectors.toSet());
  }

  private static Set<Integer> named(List<Family> suspects, Set<Integer> here) {
    Set<Integer> right = new HashSet<>();
    Set<Integer> most = Set.of();
    int named = 0;
    for (Family suspect : suspects) {
      named++;
      if (here.contains(suspect.number())) {
        right.add(suspect.number());
        // one lucky name is no attack
        if (named > 1 && 2 * right.size() >= named) {
          most = Set.copyOf(right);
        }
      }
    }
    return most;
  }

  private LocalDate end(Ref ref) {
    return residents.get(ref.registration()).family().ends().get(ref.document() - 1);
  }

  /** The same disk as it would be if another design had written it. */
  Theft planted(Patterns known, UnaryOperator<Row> design) {
    return new Theft(register, known, stolen.as(design), truth, residents);
  }
}

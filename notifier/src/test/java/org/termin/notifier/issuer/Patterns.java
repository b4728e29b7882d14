package org.termin.notifier.issuer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.termin.contract.words.DocumentState;
import org.termin.guidance.edition.Edition;
import org.termin.guidance.ladder.Stage;
import org.termin.notifier.issuer.Residents.Reach;
import org.termin.notifier.issuer.StolenRows.Mark;
import org.termin.notifier.issuer.StolenRows.Trait;

/**
 * The rows a passport of that last day would have, by the published rules: the issuer computes them
 * for every day, country, pair of contacts and number of secret days.
 */
final class Patterns {
  /**
   * One guess at where somebody lives, how they are reached and by how much they are moved: what
   * follows from a last day, and what stands on a day that was given.
   */
  record Guess(String country, Reach reach, int moved, int given) {
    Guess(String country, Reach reach, int moved) {
      this(country, reach, moved, moved);
    }

    Guess givenBy(int days) {
      return new Guess(country, reach, moved, days);
    }

    /** How likely it is before anything is seen. */
    double weight(int secrets) {
      return Residents.COUNTRIES.getOrDefault(country, 0) / 100.0 / 3 / secrets;
    }
  }

  private final Edition edition;
  private final LocalDate today;
  private final LocalDate horizon;
  private final List<Integer> secrets;
  private final Map<String, List<Stage>> plans = new HashMap<>();

  /** Rows up to the horizon may be missing, because they depend on when somebody came. */
  Patterns(Edition edition, LocalDate today, LocalDate horizon, int secrets) {
    this.edition = edition;
    this.today = today;
    this.horizon = horizon;
    this.secrets = IntStream.range(0, secrets).boxed().toList();
  }

  int secrets() {
    return secrets.size();
  }

  List<Guess> guesses() {
    List<Guess> all = new ArrayList<>();
    for (String country : Residents.COUNTRIES.keySet()) {
      for (Reach reach : Reach.values()) {
        secrets.forEach(moved -> all.add(new Guess(country, reach, moved)));
      }
    }
    return all;
  }

  /** The rows after the horizon of a passport that ends on this day, if the guess is right. */
  List<Mark> marks(LocalDate end, Guess guess) {
    return marks(end, DocumentState.HELD, guess);
  }

  /** The same in another state of the passport. */
  List<Mark> marks(LocalDate end, DocumentState state, Guess guess) {
    boolean western = guess.country().equals("US");
    List<Mark> marks = new ArrayList<>();
    for (Stage stage : stages(end, state, guess)) {
      int move = move(stage.movesEarlier(), stage.given() ? guess.given() : guess.moved());
      int stale = move(stage.movesEarlier(), stage.staleGiven() ? guess.given() : guess.moved());
      LocalDate due = stage.on().plusDays(move);
      if (due.isAfter(horizon) && !stage.staleAfter().plusDays(stale).isBefore(due)) {
        marks.add(
            new Mark(
                due,
                stage.staleAfter().plusDays(stale + 1),
                new Trait(stage.urgent() ? 0 : 1, western)));
      }
    }
    return marks;
  }

  /** Whether a stage of such a passport is one that comes early. */
  boolean comesEarly(LocalDate end, Guess guess, int number) {
    return stages(end, DocumentState.HELD, guess).stream()
        .filter(stage -> stage.number() == number)
        .anyMatch(Stage::movesEarlier);
  }

  int move(boolean earlier, int moved) {
    return earlier ? -moved : secrets.size() - 1 - moved;
  }

  /** Whether a passport that was filed for has a ladder of waiting. */
  boolean waits(LocalDate end, DocumentState filed, Guess guess) {
    return stages(end, filed, guess).stream().anyMatch(Stage::given);
  }

  /** All guesses about somebody in this country, with days of their own for given days. */
  List<Guess> guessesWithGivenDays(String country) {
    return guesses().stream()
        .filter(guess -> guess.country().equals(country))
        .flatMap(guess -> withGivenDays(guess).stream())
        .toList();
  }

  /** One guess, and all that its given days may be moved by. */
  List<Guess> withGivenDays(Guess guess) {
    return secrets.stream().map(guess::givenBy).toList();
  }

  private List<Stage> stages(LocalDate end, DocumentState state, Guess guess) {
    return plans.computeIfAbsent(
        guess.country() + guess.reach() + end + state,
        _ ->
            edition
                .plan(Residents.situation(guess.country(), List.of(end), state), today)
                .slots()
                .getFirst()
                .stagesFor(guess.reach().phone(), guess.reach().mail()));
  }
}

package org.termin.tracker.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;

/**
 * Gives people their numbers. Whoever holds a document we know keeps theirs: another number would
 * make it another person's document, and what was said of it would be forgotten. Whoever is new
 * comes after those written before them, as long as there are numbers.
 */
final class PersonNumbers {
  private final @Nullable Situation before;
  private final Set<Integer> free =
      IntStream.rangeClosed(1, Situation.MOST)
          .boxed()
          .collect(Collectors.toCollection(TreeSet::new));

  PersonNumbers(@Nullable Situation before) {
    this.before = before;
  }

  /**
   * One number for each of them, in their order; beyond {@link Situation#MOST} there is no room.
   */
  List<Integer> of(List<Bodies.PersonIn> people) {
    List<OptionalInt> known = people.stream().map(this::kept).toList();
    List<Integer> numbers = new ArrayList<>();
    int last = 0;
    for (OptionalInt number : known) {
      last = number.isPresent() ? number.getAsInt() : next(last);
      numbers.add(last);
    }
    return numbers;
  }

  /** The number of whoever held one of these documents, unless it is taken already. */
  private OptionalInt kept(Bodies.@Nullable PersonIn person) {
    if (before == null || person == null || person.documents() == null) {
      return OptionalInt.empty();
    }
    OptionalInt kept =
        person.documents().stream()
            .filter(Objects::nonNull)
            .map(Bodies.DocumentIn::number)
            .filter(Objects::nonNull)
            .flatMap(number -> before.document(number).stream())
            .mapToInt(HeldDocument::person)
            .filter(free::contains)
            .findFirst();
    kept.ifPresent(free::remove);
    return kept;
  }

  private int next(int last) {
    int number =
        free.stream()
            .filter(one -> one > last)
            .findFirst()
            .or(() -> free.stream().findFirst())
            .orElse(Situation.MOST + 1);
    free.remove(number);
    return number;
  }
}

package org.termin.notifier.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;

/**
 * Numbers and versions of documents after a change: numbers are never used again, versions rise
 * with the date, the state, the country or the ground.
 */
final class Documents {
  private Documents() {}

  /** The situation with our versions, and the documents that are changed, new or gone. */
  record Outcome(Situation situation, int nextDocument, Set<Integer> touched) {
    @Override
    public String toString() {
      return "Outcome";
    }
  }

  static Outcome after(PersonRecord old, Situation wished) {
    Situation before = old.situation();
    boolean moved =
        !before.country().equals(wished.country())
            || !Objects.equals(before.region(), wished.region())
            || !Objects.equals(before.ground(), wished.ground());
    int next = old.nextDocument();
    Set<Integer> touched = new HashSet<>();
    List<HeldDocument> documents = new ArrayList<>();
    for (HeldDocument wish : wished.documents()) {
      Optional<HeldDocument> known = before.document(wish.number());
      HeldDocument result;
      if (known.isPresent()) {
        result = versioned(known.get(), wish, moved);
      } else {
        // a number beyond all used ones is free; any other may have stood for something else
        int number = wish.number() >= next ? wish.number() : next;
        result = numbered(wish, number, 1);
        next = Math.max(next, number + 1);
      }
      if (known.isEmpty() || result.version() != known.get().version()) {
        touched.add(result.number());
      }
      documents.add(result);
    }
    before.documents().stream()
        .map(HeldDocument::number)
        .filter(number -> wished.document(number).isEmpty())
        .forEach(touched::add);
    return new Outcome(
        new Situation(
            wished.country(),
            wished.region(),
            wished.ground(),
            documents,
            wished.people(),
            wished.alert()),
        next,
        touched);
  }

  private static HeldDocument versioned(HeldDocument known, HeldDocument wish, boolean moved) {
    boolean same =
        known.person() == wish.person()
            && known.type() == wish.type()
            && Objects.equals(known.lastValidDay(), wish.lastValidDay())
            && known.state().equals(wish.state());
    return numbered(wish, known.number(), same && !moved ? known.version() : known.version() + 1);
  }

  private static HeldDocument numbered(HeldDocument from, int number, int version) {
    return new HeldDocument(
        number, version, from.person(), from.type(), from.lastValidDay(), from.state());
  }
}

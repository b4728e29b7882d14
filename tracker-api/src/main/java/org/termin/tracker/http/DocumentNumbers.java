package org.termin.tracker.http;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Situation;

/** Gives documents their numbers: kept ones keep theirs, new ones get the next. */
final class DocumentNumbers {
  private final @Nullable Situation before;
  private final Set<Integer> used = new HashSet<>();
  private int next;

  DocumentNumbers(@Nullable Situation before, int next) {
    this.before = before;
    this.next = next;
  }

  Optional<Integer> of(@Nullable Integer written) {
    if (written == null) {
      return next > 255 ? Optional.empty() : Optional.of(next++);
    }
    boolean held = before != null && before.document(written).isPresent();
    return held && used.add(written) ? Optional.of(written) : Optional.empty();
  }

  /** A day that is over was no slip of the pen if it stood there before. */
  boolean knows(@Nullable Integer number, LocalDate day) {
    return number != null
        && before != null
        && before.document(number).filter(old -> day.equals(old.lastValidDay())).isPresent();
  }
}

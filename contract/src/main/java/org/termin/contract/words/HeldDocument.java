package org.termin.contract.words;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One document of one person. Its number is never reused; its version rises when date, state,
 * country or ground changes, or when new rules change what has to be done with it. In JSON it is an
 * array, so that twelve fit into a sealed record.
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"number", "version", "person", "type", "lastValidDay", "state"})
public record HeldDocument(
    int number,
    int version,
    int person,
    DocumentType type,
    @Nullable LocalDate lastValidDay,
    DocumentState state) {

  public HeldDocument {
    if (number < 1 || number > 255 || version < 1 || person < 1 || person > Situation.MOST) {
      throw new IllegalArgumentException("document numbers start at 1");
    }
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(state, "state");
    if (lastValidDay != null) {
      Days.plausible(lastValidDay);
    }
  }

  /** The same document in another state, at its next version. */
  public HeldDocument next(DocumentState changed) {
    return new HeldDocument(number, version + 1, person, type, lastValidDay, changed);
  }

  /** The same document at its next version, because its surroundings changed. */
  public HeldDocument next() {
    return next(state);
  }

  /** The same document as if its last day were so much later, as far as there are days. */
  public HeldDocument asIfLater(int days) {
    LocalDate later = lastValidDay == null ? null : lastValidDay.plusDays(days);
    return new HeldDocument(
        number,
        version,
        person,
        type,
        later != null && later.isAfter(Days.LAST) ? Days.LAST : later,
        state);
  }

  @Override
  public String toString() {
    return "HeldDocument " + number;
  }
}

package org.termin.guidance.ladder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentType;

/**
 * The days one document's ladder is built from.
 *
 * @param opens O; none: no limit or not known
 * @param safeDay after which "the safe day has passed"; A, save where a document in the way is over
 * @param graceEnd G; none: no grace
 * @param afterInvalid filed only once the document is no longer valid
 * @param openEnded A is only the first possible day, no last one is known
 * @param blocked A is the last day of the document in the way
 */
public record Course(
    int document,
    DocumentType type,
    boolean lost,
    @Nullable LocalDate opens,
    LocalDate startBy,
    LocalDate applyBy,
    LocalDate safeDay,
    LocalDate ends,
    @Nullable LocalDate graceEnd,
    boolean afterInvalid,
    boolean openEnded,
    boolean blocked) {

  public Course {
    if (startBy.isAfter(applyBy)) {
      throw new IllegalArgumentException("start-by after apply-by");
    }
  }

  @Override
  public String toString() {
    return "Course of document " + document;
  }
}

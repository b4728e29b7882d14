package org.termin.tracker.organiser;

import java.util.UUID;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refused;

/** A random id as the part of a path. */
final class PathId {
  private PathId() {}

  /** What is no id names nothing that exists. */
  static UUID of(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      throw new Refused(ProblemKind.NOT_FOUND);
    }
  }
}

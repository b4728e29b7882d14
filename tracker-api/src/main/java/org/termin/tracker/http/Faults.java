package org.termin.tracker.http;

import java.util.ArrayList;
import java.util.List;

/** Gathers everything wrong with one request, so that nobody has to mend one fault at a time. */
public final class Faults {
  private final List<Fault> found = new ArrayList<>();

  void add(String pointer, ProblemKind kind) {
    found.add(new Fault(pointer, kind));
  }

  /** Whether nothing is wrong so far. */
  public boolean none() {
    return found.isEmpty();
  }

  /** What is wrong, in reading order. */
  public List<Fault> all() {
    return List.copyOf(found);
  }

  void refuseIfAny() {
    if (!found.isEmpty()) {
      throw new Refused(found);
    }
  }
}

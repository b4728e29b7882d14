package org.termin.standalone.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who was told of a change beside who had to be.
 *
 * @param told people told by a message about the change itself
 * @param overtaken people whose next reminder, with the new day, came first
 */
record Outcome(int expected, int told, int overtaken, List<String> faults) {

  Outcome {
    faults = List.copyOf(faults);
  }

  /**
   * @param version of a document that has changed so often
   */
  static Outcome of(Heard heard, Set<String> expected, int version) {
    List<String> faults = new ArrayList<>();
    int told = 0;
    int overtaken = 0;
    for (String contact : expected) {
      int times = heard.changes().getOrDefault(contact, 0);
      if (times == 1) {
        told++;
      } else if (times == 0 && heard.heardOf(contact, version)) {
        overtaken++;
      } else {
        faults.add("told " + times + " times");
      }
    }
    heard.changes().keySet().stream()
        .filter(contact -> !expected.contains(contact))
        .forEach(_ -> faults.add("told without a reason"));
    return new Outcome(expected.size(), told, overtaken, faults);
  }

  boolean isExact() {
    return faults.isEmpty();
  }

  @Override
  public String toString() {
    return "%d to be told, %d told once, %d by their next reminder, faults %d"
        .formatted(expected, told, overtaken, faults.size());
  }
}

package org.termin.notifier.books;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * How long things have been standing there, where no column may tell when they came: whatever is
 * seen at every look since is as old as the first of them. Holds what the last look showed only.
 */
final class Lingering {
  private final Map<String, Long> firstSeen = new HashMap<>();

  /** How many of these have been there at every look for at least that long. */
  synchronized long longerThan(Duration age, Collection<String> seen, long nanos) {
    firstSeen.keySet().retainAll(new HashSet<>(seen));
    seen.forEach(one -> firstSeen.putIfAbsent(one, nanos));
    return firstSeen.values().stream().filter(first -> nanos - first >= age.toNanos()).count();
  }

  /** How long the oldest of the last look has been there; nothing: no time. */
  synchronized Duration oldest(long nanos) {
    return firstSeen.values().stream()
        .min(Long::compare)
        .map(first -> Duration.ofNanos(nanos - first))
        .orElse(Duration.ZERO);
  }
}

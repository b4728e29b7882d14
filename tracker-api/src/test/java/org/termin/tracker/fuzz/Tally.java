package org.termin.tracker.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts answers by group and status, and keeps what was wrong with them. */
final class Tally {
  private final Map<String, Map<Integer, AtomicInteger>> statuses = new ConcurrentSkipListMap<>();
  private final Map<String, AtomicInteger> kinds = new ConcurrentSkipListMap<>();
  private final Queue<String> first = new ConcurrentLinkedQueue<>();

  void note(Shot shot, Answer answer, List<String> complaints) {
    statuses
        .computeIfAbsent(shot.route.group(), _ -> new ConcurrentSkipListMap<>())
        .computeIfAbsent(answer.status(), _ -> new AtomicInteger())
        .incrementAndGet();
    for (String one : complaints) {
      if (kinds.computeIfAbsent(one, _ -> new AtomicInteger()).incrementAndGet() <= 5) {
        String body = answer.body();
        first.add(
            "%s: %d to %s%n    %s"
                .formatted(
                    one,
                    answer.status(),
                    shot,
                    body.substring(0, Math.min(300, body.length())).replaceAll("\\s+", " ")));
      }
    }
  }

  int count(String beginning) {
    return kinds.entrySet().stream()
        .filter(one -> one.getKey().startsWith(beginning))
        .mapToInt(one -> one.getValue().get())
        .sum();
  }

  /** Answers of 5xx from the loopback port, those the judge excuses included. */
  int loopbackFailures() {
    return statuses.getOrDefault("management", Map.of()).entrySet().stream()
        .filter(one -> one.getKey() >= 500)
        .mapToInt(one -> one.getValue().get())
        .sum();
  }

  String statuses() {
    Map<String, Object> all = new TreeMap<>(statuses);
    return all.toString();
  }

  /** The first few of each kind. */
  List<String> complaints() {
    return List.copyOf(first);
  }
}

package org.termin.testkit.sms;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How the provider answers whom: scripts by number, and the usual answer. */
final class Moods {
  private final Map<String, Deque<Script>> scripts = new ConcurrentHashMap<>();
  private volatile Script usual = Script.accept();

  /** What questions are met with; null: a proper answer. */
  private volatile @Nullable Script books;

  void next(String to, Script... next) {
    Deque<Script> own = scripts.computeIfAbsent(to, _ -> new ArrayDeque<>());
    synchronized (own) {
      own.addAll(List.of(next));
    }
  }

  void always(Script script) {
    usual = script;
  }

  void books(@Nullable Script script) {
    books = script;
  }

  @Nullable Script books() {
    return books;
  }

  /** The script of the next request to that number. */
  Script of(String to) {
    Deque<Script> own = scripts.get(to);
    if (own == null) {
      return usual;
    }
    synchronized (own) {
      Script first = own.poll();
      return first == null ? usual : first;
    }
  }

  void clear() {
    scripts.clear();
    usual = Script.accept();
    books = null;
  }
}

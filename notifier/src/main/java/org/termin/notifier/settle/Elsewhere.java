package org.termin.notifier.settle;

import java.time.Duration;

/** Where rows go when this contact is out of question: to another one, or to somebody's notice. */
final class Elsewhere {

  private static final Duration HELD = Duration.ofHours(1);

  private Elsewhere() {}

  static Fate fate(Facts facts) {
    return switch (facts.whose()) {
      case GONE -> new Fate.Failed();
      case HELD -> new Fate.AfterPause(HELD, HELD, false);
      case HERE -> facts.otherContact() ? new Fate.Elsewhere() : new Fate.Failed();
    };
  }
}

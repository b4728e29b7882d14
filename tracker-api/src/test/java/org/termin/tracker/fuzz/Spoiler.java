package org.termin.tracker.fuzz;

import java.util.List;
import java.util.Random;

/** One way to make a request worse. */
interface Spoiler {
  /** Says in a few words what it did, or nothing if there was nothing to spoil. */
  String spoil(Shot shot, Random random);

  /** All of them; the first two, which reach deepest, come more often. */
  List<Spoiler> ALL =
      List.of(
          new FieldSpoiler(),
          new FieldSpoiler(),
          new FieldSpoiler(),
          new AddressSpoiler(),
          new IdentitySpoiler(),
          new HeaderSpoiler(),
          new BodySpoiler());

  /** Spoils a request in one place, or in up to four. */
  static void spoil(Shot shot, Random random, int times) {
    for (int i = 0; i < times; i++) {
      String done = Payloads.one(ALL, random).spoil(shot, random);
      if (!done.isEmpty()) {
        shot.done.add(done);
      }
    }
  }
}

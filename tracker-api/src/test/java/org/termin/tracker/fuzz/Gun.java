package org.termin.tracker.fuzz;

import java.util.Random;

/** Makes the request of a number, sends it, and has its answer judged. */
final class Gun {
  private final Town town;
  private final Aim aim;
  private final Judge judge;
  private final Rows rows;
  private final Tally tally;

  Gun(Town town, Rows rows, Tally tally) {
    this.town = town;
    this.aim = new Aim(town);
    this.judge = new Judge(town.door.context.getBean(org.termin.tracker.session.SessionKeys.class));
    this.rows = rows;
    this.tally = tally;
  }

  private static Random random(int index, long seed) {
    return new Random(seed * 1_000_003 + index);
  }

  /** The honest request to the route of that number. */
  Shot wellFormed(int index, long seed) {
    return aim.at(town.routes.get(index), index, random(index, seed));
  }

  /** The request of that number: to any route, spoilt in one place mostly. */
  Shot spoilt(int index, long seed) {
    Random random = random(index, seed);
    Shot shot = aim.at(Payloads.one(town.routes, random), index, random);
    int kind = random.nextInt(20);
    Spoiler.spoil(shot, random, kind == 0 ? 0 : kind < 12 ? 1 : kind < 17 ? 2 : 4);
    return shot;
  }

  Answer fire(Shot shot) {
    Answer answer = Wire.send(town.port(shot.route), shot);
    rows.note(shot, answer);
    tally.note(shot, answer, judge.complaints(shot, answer));
    return answer;
  }
}

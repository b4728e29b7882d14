package org.termin.standalone.demo;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.termin.standalone.rest.Recording;
import org.termin.standalone.rest.Rest;
import org.termin.standalone.supervise.Supervisor;

/** The demo's course: sign up, let time pass, report. */
public final class Year {
  private static final int STEP_DAYS = 14;

  private final Rest door;
  private final Recording recording;
  private final PrintWriter out;
  private final Clock clock;

  /** Lives in a running Termin with a recording and a simulated clock. */
  public Year(Supervisor running, PrintWriter out, Clock clock) {
    this.door = new Rest(running.door());
    this.recording = new Recording(running.management("notifier"));
    this.out = out;
    this.clock = clock;
  }

  /** So many households, so many days. */
  public void live(int households, int days) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Household> invented = new Households(20_230_904, today).invent(households);
    Bar signUp = new Bar(out, "signing up");
    new SignUp(door, recording, done -> signUp.at(done / households, "")).all(invented);
    signUp.at(1, households + " households");
    signUp.done();
    pass(today, days);
    List<Recording.Seen> inbox = recording.inbox();
    new Report(invented.stream().map(one -> History.of(one, inbox)).toList(), deferred())
        .print(out);
    out.flush();
  }

  private void pass(LocalDate today, int days) {
    Bar bar = new Bar(out, "time");
    for (int day = 0; day < days; day += STEP_DAYS) {
      int step = Math.min(STEP_DAYS, days - day);
      recording.advance("P" + step + "D");
      bar.at((double) (day + step) / days, today.plusDays(day + step).toString());
    }
    bar.done();
  }

  /** The gate counts its verdicts by rule. */
  private Map<String, Long> deferred() {
    Map<String, Long> reasons = new TreeMap<>();
    for (String rule : recording.tagValues("termin.gate", "rule")) {
      long times = Math.round(recording.metric("termin.gate", "rule:" + rule, "verdict:defer"));
      if (times > 0) {
        reasons.put(rule, times);
      }
    }
    return reasons;
  }
}

package org.termin.notifier.intake;

import java.util.List;
import org.termin.contract.words.Answer;

/** What became of one message of the inbox. */
sealed interface Verdict {
  /** Judged; the door may be waiting for this word. The rest happens once it is committed. */
  record Answered(Answer answer, List<Runnable> then) implements Verdict {}

  /** Done or ignored: the door shows the same page either way. */
  record Silent(List<Runnable> then) implements Verdict {}

  /** Not a message of ours: counted, looked at again in an hour, given up after seven days. */
  record Unjudged() implements Verdict {}

  /** It concerns a record that is held: left alone until the alarm is settled. */
  record Held() implements Verdict {}

  Verdict UNJUDGED = new Unjudged();
  Verdict HELD = new Held();
  Verdict SILENT = new Silent(List.of());

  static Verdict answered(Answer answer) {
    return new Answered(answer, List.of());
  }
}

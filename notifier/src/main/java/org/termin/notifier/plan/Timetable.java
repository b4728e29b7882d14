package org.termin.notifier.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.Channel;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.ladder.Shift;
import org.termin.guidance.ladder.Stage;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.SlotPlan;
import org.termin.notifier.record.Person;

/** From a plan's stages to dated reasons: pure, so that planning and preparing cannot disagree. */
public final class Timetable {
  /** The secret days of a registration are at most this many. */
  static final int MOST_JITTER = 6;

  private Timetable() {}

  /** Every stage of the plan, past ones too, in no particular order. */
  public static List<Reason> of(LedgerKeys keys, Person person, Plan plan) {
    List<Reason> reasons = new ArrayList<>();
    boolean phone = person.has(Channel.SMS);
    boolean mail = person.has(Channel.EMAIL);
    for (SlotPlan slot : plan.slots()) {
      for (Stage stage : slot.stagesFor(phone, mail)) {
        if (wanted(person.content(), slot.document(), stage)) {
          reasons.add(reason(keys, person, slot.document(), stage));
        }
      }
    }
    return reasons;
  }

  private static boolean wanted(PersonRecord content, HeldDocument document, Stage stage) {
    LocalDate quietUntil = content.registered().plusDays(stage.quietAfterSignUp());
    boolean answered =
        content.later().stream()
            .anyMatch(
                later ->
                    later.document() == document.number()
                        && later.documentVersion() == document.version());
    return !stage.on().isBefore(quietUntil) && !(stage.unlessAnswered() && answered);
  }

  private static Reason reason(LedgerKeys keys, Person person, HeldDocument document, Stage stage) {
    Ref ref = new Ref(person.id(), document.number(), document.version(), stage.number());
    int jitter = person.content().jitter();
    int move = stage.shift() == Shift.EARLIER ? -jitter : MOST_JITTER - jitter;
    LocalDate due = stage.on().plusDays(move);
    Band band = Band.of(person.content().situation().country());
    Instant dueAt = band.minuteOf(due, ref.key(keys));
    Instant notAfter = Band.endOf(stage.staleAfter().plusDays(move));
    return new Reason(ref, stage, due, dueAt, notAfter, stage.urgent() ? 0 : 1);
  }
}

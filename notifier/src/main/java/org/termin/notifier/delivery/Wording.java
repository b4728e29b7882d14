package org.termin.notifier.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.text.Note;
import org.termin.notifier.channel.Text;
import org.termin.notifier.compose.CanaryText;
import org.termin.notifier.compose.Composer;
import org.termin.notifier.compose.Told;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.WindDownLog;
import org.termin.notifier.keys.WindDownLog.Standing;
import org.termin.notifier.record.Canaries;
import org.termin.notifier.record.Person;

/** The words of a message that tells these rows, as of the plan they were chosen from. */
@Component
class Wording {

  private final Composer composer;
  private final Marks marks;
  private final Canaries canaries;
  private final WindDownLog log;
  private final Clock clock;

  Wording(Composer composer, Marks marks, Canaries canaries, Keyring keys, Clock clock) {
    this.clock = clock;
    this.log = keys.windDown();
    this.canaries = canaries;
    this.composer = composer;
    this.marks = marks;
  }

  Text of(Person person, ContactSlot to, Plan plan, List<Due> told) {
    if (canaries.includes(person)) {
      return CanaryText.of(to.contact().channel(), person.content().registered());
    }
    if (!told.isEmpty() && told.getFirst().ofTheService()) {
      return ofTheService(person, to, plan);
    }
    List<Told> words = told.stream().map(due -> new Told(due.stage(), due.slot())).toList();
    return composer.reminder(person, to, plan, words, marks.unsubscribe(person, to));
  }

  private Text ofTheService(Person person, ContactSlot to, Plan plan) {
    return switch (log.leaveUntil(
        plan.today().plusDays(WindDownLog.NOTICE_DAYS), clock.instant())) {
      case Standing.Closing(var _, var _, LocalDate until) ->
          composer.closing(person, to, plan, until, marks.unsubscribe(person, to));
      // it was taken back while this was under way: who hears of the end hears that next
      case Standing.Running _, Standing.Proposed _, Standing.Ended _ ->
          composer.note(person, to, new Note.ClosingTakenBack());
    };
  }

  /** The message without what another registration has told already. */
  Text of(Prepared.Send send, List<Due> told) {
    return told.size() == send.told().size()
        ? send.text()
        : of(send.person(), send.to(), send.plan(), told);
  }
}

package org.termin.notifier.rehearsal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Situation;
import org.termin.guidance.edition.Difference;
import org.termin.guidance.edition.Edition;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.text.SmsLimits;
import org.termin.guidance.text.Told;
import org.termin.notifier.edition.Editions;
import org.termin.notifier.plan.Timetable;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.StoreClock;

/** Compares this edition with the one that everybody is planned with; writes nothing. */
@Component
@Profile("rehearsal")
class Rehearsal {
  private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000000");
  private static final int BATCH = 200;

  private final Records records;
  private final Editions editions;
  private final StoreClock clock;

  Rehearsal(Records records, Editions editions, StoreClock clock) {
    this.records = records;
    this.editions = editions;
    this.clock = clock;
  }

  Outlook outlook() {
    Outlook outlook = new Outlook();
    UUID after = FIRST;
    List<UUID> ids;
    do {
      ids = records.activeAfter(after, BATCH);
      for (Found found : records.open(ids).values()) {
        switch (found) {
          case Found.Here(Person person) -> look(person, outlook);
          case Found.Held() -> outlook.unreadable();
          case Found.Gone() -> {}
        }
      }
      after = ids.isEmpty() ? after : ids.getLast();
    } while (ids.size() == BATCH);
    return outlook;
  }

  private void look(Person person, Outlook outlook) {
    if (person.plannedGuidance() >= editions.own().number()) {
      outlook.current();
      return;
    }
    Optional<Edition> before = editions.numbered(person.plannedGuidance());
    if (before.isEmpty()) {
      outlook.uncompared();
      return;
    }
    Situation situation = person.content().situation();
    LocalDate today = Timetable.today(person, clock.now());
    List<Difference> all = Difference.between(before.get(), editions.own(), situation, today);
    List<Difference> told = all.stream().filter(Difference::isTold).toList();
    int moved = (int) all.stream().filter(Difference::isMoved).count();
    outlook.compared(situation.country(), moved, !told.isEmpty());
    if (!told.isEmpty()) {
      message(person, told, today, outlook);
    }
  }

  private void message(Person person, List<Difference> told, LocalDate today, Outlook outlook) {
    PersonRecord content = person.content();
    Plan plan = editions.own().plan(content.situation(), today);
    boolean phone =
        person.confirmed().stream()
            .map(ContactSlot::contact)
            .anyMatch(contact -> contact.channel() == Channel.SMS);
    Told first =
        new Told(
            plan.country(),
            plan.slot(told.getFirst().document()).orElseThrow(),
            today,
            plan.slots().size() > 1,
            told.size() - 1);
    String text =
        editions
            .texts(person)
            .sms(
                StageNumber.RULES_CHANGED,
                content.wording(),
                content.language(),
                content.codeWord(),
                first);
    outlook.message(
        content.language(),
        phone ? Channel.SMS : Channel.EMAIL,
        phone ? SmsLimits.segments(text) : 0);
  }
}

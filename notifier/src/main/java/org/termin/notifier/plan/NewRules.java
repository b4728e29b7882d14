package org.termin.notifier.plan;

import static java.util.stream.Collectors.toSet;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.Later;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.words.Country;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.edition.Difference;
import org.termin.guidance.edition.Edition;
import org.termin.guidance.ladder.StageNumber;
import org.termin.notifier.edition.Editions;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;

/**
 * Brings a person under a newer edition of the rules. Whoever's action date moves by a week, or has
 * something else to do, is told once: the document gets its next version, and with it a ladder of
 * its own, so that what was said for the old day can be said for the new one. Nobody has to
 * remember what a person was told: both plans are made anew, on the same day.
 */
@Component
class NewRules {
  private final Editions editions;
  private final Records records;
  private final Planning planning;
  private final Ledger ledger;
  private final MeterRegistry meters;

  NewRules(
      Editions editions, Records records, Planning planning, Ledger ledger, MeterRegistry meters) {
    this.editions = editions;
    this.records = records;
    this.planning = planning;
    this.ledger = ledger;
    this.meters = meters;
  }

  /** The record must be locked; everything is one transaction, so doing it again does nothing. */
  void adopt(Person person, Instant now) {
    Optional<Edition> before = editions.numbered(person.plannedGuidance());
    if (before.isEmpty()) {
      // what they were told nobody can say any more; the reminders go on with the new days
      count("uncompared");
      planning.adopt(person, person, Replan.News.NONE, now);
      return;
    }
    Set<Integer> waiting = waiting(person);
    Country country = person.content().situation().country();
    if (waiting.isEmpty() && before.get().saysTheSameAs(editions.own(), country)) {
      count("untouched");
      ledger.adopted(person, editions.own().number());
      return;
    }
    LocalDate today = Timetable.today(person, now);
    Set<Integer> told = told(before.get(), person, today);
    told.removeAll(waiting);
    Set<Integer> taken = taken(person, waiting, today);
    Person written = told.isEmpty() ? person : records.write(nextVersions(person, told));
    count(told.isEmpty() ? "unmoved" : "told");
    planning.adopt(person, written, new Replan.News(told, taken), now);
  }

  /** Documents whose last change of rules nobody has been told of yet. */
  private Set<Integer> waiting(Person person) {
    List<HeldDocument> documents = person.content().situation().documents();
    return ledger
        .standing(
            documents.stream()
                .map(document -> Refs.about(person, document, StageNumber.RULES_CHANGED))
                .toList())
        .values()
        .stream()
        .filter(row -> row.state().isUnsent())
        .map(row -> row.ref().document())
        .collect(toSet());
  }

  /** Of those, the ones that are back where they were when the person last heard of it. */
  private Set<Integer> taken(Person person, Set<Integer> waiting, LocalDate today) {
    if (waiting.isEmpty()) {
      return Set.of();
    }
    Set<Integer> back = new HashSet<>(waiting);
    editions
        .before(person.plannedGuidance())
        .ifPresentOrElse(heard -> back.removeAll(told(heard, person, today)), back::clear);
    return back;
  }

  private Set<Integer> told(Edition before, Person person, LocalDate today) {
    Situation situation = person.content().situation();
    return Difference.between(before, editions.own(), situation, today).stream()
        .filter(Difference::isTold)
        .map(Difference::document)
        .collect(toSet());
  }

  /** What they asked to hear later was about the old day. */
  private static Person nextVersions(Person person, Set<Integer> told) {
    PersonRecord content = person.content();
    Situation situation = content.situation();
    for (HeldDocument document : content.situation().documents()) {
      situation = told.contains(document.number()) ? situation.with(document.next()) : situation;
    }
    List<Later> later =
        content.later().stream().filter(wish -> !told.contains(wish.document())).toList();
    return person.with(content.draft().situation(situation).later(later).done());
  }

  private void count(String what) {
    meters.counter("termin.guidance.adopted", "what", what).increment();
  }
}

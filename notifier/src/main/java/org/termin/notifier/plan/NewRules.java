package org.termin.notifier.plan;

import static java.util.stream.Collectors.toSet;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  /** As many as a row can tell apart, which waits a month at most. */
  private static final int EDITIONS = 10;

  private final Editions editions;
  private final Records records;
  private final Planning planning;
  private final Ledger ledger;
  private final Counter uncompared;

  NewRules(
      Editions editions, Records records, Planning planning, Ledger ledger, MeterRegistry meters) {
    this.editions = editions;
    this.records = records;
    this.planning = planning;
    this.ledger = ledger;
    this.uncompared = meters.counter("termin.guidance.uncompared");
  }

  /** The record must be locked; everything is one transaction, so doing it again does nothing. */
  void adopt(Person person, Instant now) {
    Optional<Edition> before = editions.numbered(person.plannedGuidance());
    if (before.isEmpty()) {
      // what they were told nobody can say any more; the reminders go on with the new days
      uncompared.increment();
      planning.adopt(person, person, Replan.News.NONE, now);
      return;
    }
    Country country = person.content().situation().country();
    if (before.get().saysTheSameAs(editions.own(), country)) {
      ledger.adopted(person, editions.own().number());
      return;
    }
    LocalDate today = Timetable.today(person, now);
    Set<Integer> moved = told(before.get(), person, today);
    Replan.News news = news(person, moved, today);
    Person written = moved.isEmpty() ? person : records.write(nextVersions(person, moved));
    planning.adopt(person, written, news, now);
  }

  /**
   * Whoever has not been told of the last change yet hears of both at once, or of none where the
   * second one undoes the first.
   */
  private Replan.News news(Person person, Set<Integer> moved, LocalDate today) {
    Map<Integer, Integer> waiting = waiting(person);
    Map<Integer, Integer> told = new HashMap<>();
    Set<Integer> quiet = new HashSet<>();
    for (int document : moved) {
      int heard = waiting.getOrDefault(document, person.plannedGuidance());
      boolean back =
          waiting.containsKey(document)
              && editions
                  .numbered(heard)
                  .filter(edition -> !told(edition, person, today).contains(document))
                  .isPresent();
      if (back) {
        quiet.add(document);
      } else {
        told.put(document, StageNumber.RULES_CHANGED + heard % EDITIONS);
      }
    }
    return new Replan.News(told, quiet);
  }

  /**
   * Documents whose last change of rules nobody has been told of yet, with the edition they were
   * last told by: the newest one before the present with that last digit.
   */
  private Map<Integer, Integer> waiting(Person person) {
    Map<Integer, Integer> waiting = new HashMap<>();
    int before = person.plannedGuidance() - 1;
    ledger.standing(Refs.ofNewRules(person)).values().stream()
        .filter(row -> row.state().isUnsent())
        .map(Ledger.Standing::ref)
        .forEach(
            ref -> {
              int digit = ref.stage() - StageNumber.RULES_CHANGED;
              waiting.put(ref.document(), before - Math.floorMod(before - digit, EDITIONS));
            });
    return waiting;
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
}

package org.termin.notifier.books;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.Channel;
import org.termin.contract.words.RecordState;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.edition.Editions;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.plan.Planning;
import org.termin.notifier.plan.Reason;
import org.termin.notifier.plan.Refs;
import org.termin.notifier.plan.Timetable;
import org.termin.notifier.policy.Holidays;
import org.termin.notifier.policy.PublicHolidays;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;

/**
 * Once a day opens every record, plans it anew and asks the ledger who should have been told since
 * the last time and was not. Shares the planner and the timetable with delivery and nothing else,
 * so that a fault of one is seen by the other. Only counts leave it. Who is found with a plan that
 * has changed as days passed is planned anew on the way.
 */
@Component
public class Reconciler {

  static final String JOB = "reconcile";

  private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
  private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000000");
  private static final int BATCH = 200;

  private final TransactionTemplate transaction;
  private final Records records;
  private final Entries entries;
  private final AgingPlans aging;
  private final Editions editions;
  private final Holidays holidays = new PublicHolidays();
  private final Planning planning;
  private final Daily daily;
  private final Alarms alarms;
  private final MeterRegistry meters;

  Reconciler(
      TransactionTemplate transaction,
      Records records,
      Entries entries,
      Keyring keys,
      Editions editions,
      Planning planning,
      Daily daily,
      Alarms alarms,
      MeterRegistry meters) {
    this.transaction = transaction;
    this.records = records;
    this.entries = entries;
    this.aging = new AgingPlans(keys, editions);
    this.editions = editions;
    this.planning = planning;
    this.daily = daily;
    this.alarms = alarms;
    this.meters = meters;
  }

  /** Looks at the days that are over, if nobody has; says whether it did. */
  @Scheduled(
      fixedDelayString = "${termin.books.every:10m}",
      initialDelayString = "${termin.books.every:10m}")
  public boolean run() {
    return daily.past(JOB, this::reconcile);
  }

  /** How many stages of how many people were not told; 0 is what it should be. */
  private long reconcile(Stretch stretch) {
    Map<Gap, Integer> gaps = new EnumMap<>(Gap.class);
    Expected expected = new Expected(holidays, stretch.today());
    int people = 0;
    UUID after = FIRST;
    List<UUID> ids;
    do {
      ids = records.activeAfter(after, BATCH);
      for (UUID suspect : suspects(ids, stretch, expected)) {
        lookAgain(suspect, stretch).forEach(gap -> gaps.merge(gap, 1, Integer::sum));
      }
      people += ids.size();
      after = ids.isEmpty() ? after : ids.getLast();
    } while (ids.size() == BATCH);
    for (Channel channel : Channel.values()) {
      daily.keep(
          "expect-" + channel.name().toLowerCase(Locale.ROOT),
          stretch.today(),
          expected.people(channel),
          expected.first(channel));
    }
    long found = gaps.values().stream().mapToInt(Integer::intValue).sum();
    gaps.forEach(
        (gap, count) -> meters.counter("termin.books.gaps", "gap", gap.name()).increment(count));
    alarms.set(Alarm.NOT_TOLD, found);
    if (found > 0) {
      log.error("of {} people, these stages were not told: {}", people, gaps);
    } else {
      log.info("the books of {} people are in order", people);
    }
    return found;
  }

  /** Read without a lock, so somebody may just be changing. */
  private List<UUID> suspects(List<UUID> ids, Stretch stretch, Expected expected) {
    List<UUID> suspects = new ArrayList<>();
    Map<UUID, List<Reason>> plans = new HashMap<>();
    List<Person> people = new ArrayList<>();
    for (Found found : records.open(ids).values()) {
      switch (found) {
        case Found.Here(Person person) -> people.add(person);
        case Found.Gone _ -> {}
        // alarmed where it was opened
        case Found.Held _ -> {}
      }
    }
    Set<Ref> refs = new HashSet<>();
    for (Person person : people) {
      List<Reason> reasons = aging.on(person, Timetable.today(person, stretch.now()));
      plans.put(person.id(), reasons);
      refs.addAll(refs(person, reasons));
    }
    Map<Ref, Entry> found = entries.of(refs);
    for (Person person : people) {
      List<Reason> reasons = Objects.requireNonNull(plans.get(person.id()));
      Map<Ref, Entry> own = own(found, refs(person, reasons));
      expected.add(person, reasons, own);
      if (!gaps(person, reasons, own, stretch).isEmpty()) {
        suspects.add(person.id());
      }
    }
    return suspects;
  }

  private List<Gap> lookAgain(UUID id, Stretch stretch) {
    return Objects.requireNonNull(
        transaction.execute(
            _ -> {
              if (!(records.lock(id) instanceof Found.Here(Person person))
                  || person.state() != RecordState.ACTIVE) {
                return List.of();
              }
              List<Reason> reasons = aging.on(person, Timetable.today(person, stretch.now()));
              Map<Ref, Entry> own = entries.of(refs(person, reasons));
              if (aging.haveAged(person, reasons, own.keySet(), stretch)) {
                planning.replan(person, stretch.now());
                meters.counter("termin.books.aged").increment();
                own = entries.of(refs(person, reasons));
              }
              return gaps(person, reasons, own, stretch);
            }));
  }

  private List<Gap> gaps(
      Person person, List<Reason> reasons, Map<Ref, Entry> own, Stretch stretch) {
    int mine = editions.own().number();
    if (person.plannedGuidance() > mine && editions.numbered(person.plannedGuidance()).isEmpty()) {
      // a newer notifier has planned what this one cannot read
      return List.of();
    }
    if (person.plannedVersion() < person.version() || person.plannedGuidance() < mine) {
      return List.of(Gap.UNPLANNED);
    }
    // nobody can be told without a contact; the alarm of what failed has said so
    return person.confirmed().isEmpty() ? List.of() : Audit.of(person, reasons, own, stretch);
  }

  private static Collection<Ref> refs(Person person, List<Reason> reasons) {
    Set<Ref> refs = new HashSet<>();
    reasons.forEach(reason -> refs.add(reason.ref()));
    refs.addAll(Refs.standing(person));
    return refs;
  }

  private static Map<Ref, Entry> own(Map<Ref, Entry> all, Collection<Ref> refs) {
    Map<Ref, Entry> own = new HashMap<>();
    for (Ref ref : refs) {
      Entry entry = all.get(ref);
      if (entry != null) {
        own.put(ref, entry);
      }
    }
    return own;
  }
}

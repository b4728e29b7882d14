package org.termin.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.Channel;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.ReminderState;
import org.termin.guidance.Guidance;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.Planner;
import org.termin.guidance.plan.SlotPlan;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.channel.RefusedRoutes;
import org.termin.notifier.channel.Text;
import org.termin.notifier.compose.Composer;
import org.termin.notifier.compose.Told;
import org.termin.notifier.delivery.Prepared.Defer;
import org.termin.notifier.delivery.Prepared.End;
import org.termin.notifier.delivery.Prepared.Send;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.plan.Reason;
import org.termin.notifier.plan.Refs;
import org.termin.notifier.plan.Timetable;
import org.termin.notifier.policy.Case;
import org.termin.notifier.policy.Gate;
import org.termin.notifier.policy.Rule;
import org.termin.notifier.policy.Verdict;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;

/**
 * Decides, without writing anything, what one registration's woken rows lead to at this instant.
 */
@Component
class Preparation {

  private static final Logger log = LoggerFactory.getLogger(Preparation.class);
  private static final int WEEK = 7;
  private static final Duration AFTER_A_BUG = Duration.ofHours(1);

  private final Rows rows;
  private final Records records;
  private final Keyring keyring;
  private final Keys keys;
  private final Guidance guidance;
  private final Gate gate;
  private final Carriers carriers;
  private final RefusedRoutes refused;
  private final Composer composer;
  private final Marks marks;

  Preparation(
      Rows rows,
      Records records,
      Keyring keyring,
      Keys keys,
      Guidance guidance,
      Gate gate,
      Carriers carriers,
      RefusedRoutes refused,
      Composer composer,
      Marks marks) {
    this.rows = rows;
    this.records = records;
    this.keyring = keyring;
    this.keys = keys;
    this.guidance = guidance;
    this.gate = gate;
    this.carriers = carriers;
    this.refused = refused;
    this.composer = composer;
    this.marks = marks;
  }

  /** One decision per registration; a record that is held back for an alarm gets none. */
  List<Prepared> prepare(List<Row> woken, Instant now) {
    Map<UUID, List<Row>> byPerson = new LinkedHashMap<>();
    woken.forEach(
        row -> byPerson.computeIfAbsent(row.ref().registration(), _ -> new ArrayList<>()).add(row));
    Map<UUID, Found> people = records.open(byPerson.keySet());
    List<Prepared> prepared = new ArrayList<>();
    byPerson.forEach(
        (id, own) ->
            decide(id, own, people.getOrDefault(id, Found.gone()), now).ifPresent(prepared::add));
    return prepared;
  }

  private Optional<Prepared> decide(UUID id, List<Row> woken, Found found, Instant now) {
    return switch (found) {
      case Found.Gone() ->
          Optional.of(new End(id, woken, all(woken, ReminderState.CANCELLED), Rule.ERASED));
      case Found.Held() -> Optional.of(later(id, woken, now));
      case Found.Here(Person person) -> {
        try {
          yield Optional.of(decide(person, woken, now));
        } catch (RuntimeException e) {
          // one person's trouble must not hold up everybody behind them
          log.error("a reminder could not be prepared ({}): alarm", e.getClass().getSimpleName());
          log.debug("what happened", e);
          yield Optional.of(later(id, woken, now));
        }
      }
    };
  }

  private Prepared decide(Person person, List<Row> woken, Instant now) {
    ZoneId zone = person.content().zone();
    LocalDate today = Timetable.today(person, now);
    Plan plan = Planner.plan(person.content().situation(), guidance, today);
    List<Due> wanted = wanted(person, plan);
    Set<UUID> ids = woken.stream().map(Row::id).collect(Collectors.toSet());
    Instant endOfToday = today.plusDays(1).atStartOfDay(zone).toInstant();

    Selection selection = Selection.due(wanted, ids, endOfToday, now);
    ContactSlot to = contact(person, selection.told());
    if (to != null && to.contact().channel() == Channel.SMS && !selection.told().isEmpty()) {
      selection = Selection.withComingWeek(wanted, ids, endOfToday, now);
    }
    Map<UUID, ReminderState> ended = new HashMap<>(selection.ended());
    Set<UUID> known = wanted.stream().map(due -> due.row().id()).collect(Collectors.toSet());
    for (Row row : woken) {
      if (!known.contains(row.id())) {
        ended.put(row.id(), ReminderState.SUPERSEDED);
      }
    }
    if (selection.told().isEmpty() && person.state() == RecordState.ACTIVE) {
      Rule rule =
          ended.containsValue(ReminderState.EXPIRED_UNSENT)
              ? Rule.TOO_LATE
              : Rule.NOTHING_LEFT_TO_TELL;
      return new End(person.id(), woken, ended, rule);
    }
    return judge(person, woken, plan, selection.told(), ended, to, now);
  }

  private Prepared judge(
      Person person,
      List<Row> woken,
      Plan plan,
      List<Due> told,
      Map<UUID, ReminderState> ended,
      @Nullable ContactSlot to,
      Instant now) {
    List<UUID> resendOf = to == null ? List.of() : unknownBefore(person, to, told);
    Case facts = facts(person, woken, told, to, resendOf, now);
    return switch (gate.judge(facts)) {
      case Verdict.Defer(Instant until, Rule rule) ->
          new Defer(person.id(), woken, Map.copyOf(ended), until, rule, now);
      case Verdict.End(ReminderState state, Rule rule) ->
          new End(person.id(), woken, all(woken, state), rule);
      case Verdict.Pass() -> {
        ContactSlot contact = java.util.Objects.requireNonNull(to);
        Text text =
            composer.reminder(
                person, contact, plan, words(told), marks.unsubscribe(person, contact));
        yield new Send(
            person,
            woken,
            contact,
            plan,
            told,
            Map.copyOf(ended),
            resendOf,
            text,
            Gate.validFor(facts),
            facts.exempt(),
            now);
      }
    };
  }

  /** The same message without what another registration has told already. */
  Text text(Send send, List<Due> told) {
    return composer.reminder(
        send.person(),
        send.to(),
        send.plan(),
        words(told),
        marks.unsubscribe(send.person(), send.to()));
  }

  /** When the person may be written to again after today. */
  Instant nextMorning(Send send) {
    List<Row> rowsTold = send.told().stream().map(Due::row).toList();
    return gate.nextMorning(
        facts(send.person(), rowsTold, send.told(), send.to(), send.resendOf(), send.now()));
  }

  private Case facts(
      Person person,
      List<Row> woken,
      List<Due> told,
      @Nullable ContactSlot to,
      List<UUID> resendOf,
      Instant now) {
    ZoneId zone = person.content().zone();
    LocalDate today = now.atZone(zone).toLocalDate();
    Map<LocalDate, UUID> days =
        to == null
            ? Map.of()
            : keys.days(to.contact(), IntStream.range(0, WEEK).mapToObj(today::minusDays).toList());
    UUID todays = days.get(today);
    LocalDate last =
        days.keySet().stream()
            .filter(day -> day.isBefore(today))
            .max(Comparator.naturalOrder())
            .orElse(null);
    Channel channel = to == null ? null : to.contact().channel();
    return new Case(
        now,
        zone,
        person.content().situation().country(),
        person.state(),
        !told.isEmpty(),
        channel,
        to != null && refused.refuses(to.contact()),
        told.stream()
            .map(Due::actBy)
            .filter(java.util.Objects::nonNull)
            .filter(day -> !day.isBefore(today))
            .min(Comparator.naturalOrder())
            .orElse(null),
        notAfter(told.isEmpty() ? woken : told.stream().map(Due::row).toList()),
        told.stream().anyMatch(Due::confirmation),
        told.stream().anyMatch(Due::unlimited),
        todays != null && !resendOf.contains(todays),
        last,
        channel == null ? null : carriers.closedFor(channel).map(now::plus).orElse(null),
        false);
  }

  private static Instant notAfter(List<Row> rows) {
    return rows.stream().map(Row::notAfter).min(Comparator.naturalOrder()).orElse(Instant.MAX);
  }

  /** The rows today's plan still has a place for, with what it says about them. */
  private List<Due> wanted(Person person, Plan plan) {
    Map<Ref, Reason> reasons =
        Timetable.of(keyring.ledger(), person, plan).stream()
            .collect(Collectors.toMap(Reason::ref, Function.identity(), (first, _) -> first));
    return rows.of(Refs.of(person)).stream()
        .flatMap(row -> wanted(person, plan, row, reasons.get(row.ref())).stream())
        .toList();
  }

  private static Optional<Due> wanted(Person person, Plan plan, Row row, @Nullable Reason reason) {
    if (row.ref().stage() == StageNumber.CONFIRMATION) {
      return Optional.of(new Due(row, null, null, false));
    }
    SlotPlan slot = plan.slot(row.ref().document()).orElse(null);
    if (slot == null || slot.document().version() != row.ref().documentVersion()) {
      return Optional.empty();
    }
    boolean stands = reason != null || row.ref().stage() == StageNumber.YOU_ARE_HERE;
    HeldDocument document = slot.document();
    boolean child = person.content().situation().person(document.person()).child();
    // what was told counts even where the plan has moved on
    return stands || row.told() ? Optional.of(new Due(row, reason, slot, child)) : Optional.empty();
  }

  /** The phone if any row is meant for it, else the mail; the other one where there is none. */
  private static @Nullable ContactSlot contact(Person person, List<Due> told) {
    List<ContactSlot> open =
        person.confirmed().stream().filter(slot -> !Tried.failed(person, slot, told)).toList();
    List<ContactSlot> untried =
        open.stream().filter(slot -> !Tried.undelivered(person, slot, told)).toList();
    List<ContactSlot> usable = untried.isEmpty() ? open : untried;
    boolean onlyConfirmation = told.stream().allMatch(Due::confirmation);
    if (onlyConfirmation || usable.size() < 2) {
      return usable.isEmpty() ? null : usable.getFirst();
    }
    Channel wanted =
        told.stream().anyMatch(due -> !due.confirmation() && due.preferred() == Channel.SMS)
            ? Channel.SMS
            : Channel.EMAIL;
    return usable.stream()
        .filter(slot -> slot.contact().channel() == wanted)
        .findFirst()
        .orElse(usable.getFirst());
  }

  private static List<UUID> unknownBefore(Person person, ContactSlot to, List<Due> told) {
    return Tried.unknown(person, to, told);
  }

  private static List<Told> words(List<Due> told) {
    return told.stream().map(due -> new Told(due.stage(), due.slot())).toList();
  }

  private static Map<UUID, ReminderState> all(Collection<Row> rows, ReminderState state) {
    return rows.stream().collect(Collectors.toMap(Row::id, _ -> state));
  }

  private static Prepared later(UUID id, List<Row> woken, Instant now) {
    return new Defer(id, woken, Map.of(), now.plus(AFTER_A_BUG), Rule.NOTHING_LEFT_TO_TELL, now);
  }
}

package org.termin.notifier.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.Channel;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.ReminderState;
import org.termin.guidance.plan.Plan;
import org.termin.notifier.channel.Text;
import org.termin.notifier.delivery.Prepared.Defer;
import org.termin.notifier.delivery.Prepared.End;
import org.termin.notifier.delivery.Prepared.Send;
import org.termin.notifier.edition.Editions;
import org.termin.notifier.plan.Timetable;
import org.termin.notifier.policy.Case;
import org.termin.notifier.policy.Gate;
import org.termin.notifier.policy.Rule;
import org.termin.notifier.policy.Verdict;
import org.termin.notifier.record.Person;

/** Judges one person's woken rows: plan for today, choose rows and contact, ask the gate. */
@Component
class Judgement {

  private final Editions editions;
  private final Wanted wanted;
  private final Facts facts;
  private final Gate gate;
  private final Wording wording;
  private final ReminderMoney money;

  Judgement(
      Editions editions,
      Wanted wanted,
      Facts facts,
      Gate gate,
      Wording wording,
      ReminderMoney money) {
    this.editions = editions;
    this.wanted = wanted;
    this.facts = facts;
    this.gate = gate;
    this.wording = wording;
    this.money = money;
  }

  /** What becomes of one person's woken rows now. */
  Prepared of(Person person, List<Row> woken, Instant now) {
    LocalDate today = Timetable.today(person, now);
    Plan plan = editions.of(person).plan(person.content().situation(), today);
    List<Due> standing = wanted.of(person, plan);
    Set<UUID> ids = woken.stream().map(Row::id).collect(Collectors.toSet());
    Instant endOfToday = today.plusDays(1).atStartOfDay(person.content().zone()).toInstant();

    Selection selection = Selection.due(standing, ids, endOfToday, now).apart(person.state());
    ContactSlot to = Addressee.of(person, selection.told());
    boolean plans = selection.told().stream().anyMatch(due -> !due.ofTheService());
    if (to != null && to.contact().channel() == Channel.SMS && plans) {
      selection = Selection.withComingWeek(standing, ids, endOfToday, now).apart(person.state());
    }
    List<Due> told = selection.told();
    Map<UUID, ReminderState> ended = ended(person, woken, standing, selection);
    List<UUID> resendOf = to == null ? List.of() : Tried.unknown(person, to, told);
    boolean stale = told.isEmpty() && ended.containsValue(ReminderState.EXPIRED_UNSENT);
    Case asked = facts.of(person, woken, told, stale, to, resendOf, now);
    return switch (gate.judge(asked)) {
      case Verdict.Defer(Instant until, Rule rule) ->
          new Defer(person.id(), woken, ended, until, rule, now);
      case Verdict.End(ReminderState state, Rule rule) ->
          End.all(person.id(), woken, state, rule).except(ended);
      case Verdict.Pass() ->
          send(asked, person, woken, Objects.requireNonNull(to), plan, told, ended, resendOf);
    };
  }

  /** The text is written last: what it costs is asked of the same gate. */
  private Prepared send(
      Case asked,
      Person person,
      List<Row> woken,
      ContactSlot to,
      Plan plan,
      List<Due> told,
      Map<UUID, ReminderState> ended,
      List<UUID> resendOf) {
    Text text = wording.of(person, to, plan, told);
    long price = money.price(to.contact().channel(), text);
    boolean pressing = asked.isPressing(asked.now());
    if (!money.suffices(price, pressing, asked.now())
        && gate.judge(asked.withBudgetSpent()) instanceof Verdict.Defer(Instant until, Rule rule)) {
      return new Defer(person.id(), woken, ended, until, rule, asked.now());
    }
    return new Send(
        person,
        woken,
        to,
        plan,
        told,
        ended,
        resendOf,
        text,
        new Send.Price(price, pressing),
        Gate.validFor(asked),
        asked);
  }

  /** The same send, refused by a rule that only the claim could ask. */
  Defer refused(Send send, Rule rule) {
    Instant until =
        switch (gate.judge(rule == Rule.BUDGET ? send.asked().withBudgetSpent() : send.asked())) {
          case Verdict.Defer(Instant later, Rule _) -> later;
          default -> gate.tomorrow(send.asked());
        };
    return new Defer(send.registration(), send.woken(), Map.of(), until, rule, send.now());
  }

  /** Rows that end whatever becomes of the message; a sleeping person's are not called late. */
  private static Map<UUID, ReminderState> ended(
      Person person, List<Row> woken, List<Due> standing, Selection selection) {
    Map<UUID, ReminderState> ended = new HashMap<>(selection.ended());
    if (person.state() != RecordState.ACTIVE) {
      ended.replaceAll(
          (_, state) -> state == ReminderState.EXPIRED_UNSENT ? ReminderState.CANCELLED : state);
    }
    Set<UUID> known = standing.stream().map(due -> due.row().id()).collect(Collectors.toSet());
    woken.stream()
        .filter(row -> !known.contains(row.id()))
        .forEach(row -> ended.put(row.id(), ReminderState.SUPERSEDED));
    return Map.copyOf(ended);
  }
}

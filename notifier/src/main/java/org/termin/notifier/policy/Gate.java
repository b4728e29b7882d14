package org.termin.notifier.policy;

import static org.termin.contract.words.ReminderState.CANCELLED;
import static org.termin.contract.words.ReminderState.EXPIRED_UNSENT;
import static org.termin.contract.words.ReminderState.SUPERSEDED;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Channel;
import org.termin.contract.words.RecordState;
import org.termin.notifier.policy.Verdict.Defer;
import org.termin.notifier.policy.Verdict.End;
import org.termin.notifier.policy.Verdict.Pass;

/**
 * The last gate. Read it as a table: the first rule that objects decides, and a cap can only defer.
 * A cap that would defer a message past its own end gives way: a text too many is better than a
 * deadline missed in silence. Night and one-a-day never give way.
 */
public final class Gate {

  /** Messages arrive in these local hours. */
  static final LocalTime OPENS = LocalTime.of(9, 0);

  static final LocalTime CLOSES = LocalTime.of(20, 0);

  /** What is on its way must have arrived by then. */
  static final LocalTime SILENCE = LocalTime.of(21, 0);

  static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final int WEEK = 7;

  private record Line(Rule rule, Function<Case, @Nullable Verdict> objection) {}

  private final Holidays holidays;
  private final List<Line> table =
      List.of(
          new Line(Rule.ERASED, c -> c.state() == null ? end(CANCELLED, Rule.ERASED) : null),
          new Line(Rule.PAUSED, this::asleep),
          new Line(Rule.TOO_LATE, this::tooLate),
          new Line(
              Rule.NOTHING_LEFT_TO_TELL,
              c -> c.wanted() ? null : end(SUPERSEDED, Rule.NOTHING_LEFT_TO_TELL)),
          new Line(Rule.NO_CONTACT, c -> c.channel() == null ? tomorrow(c, Rule.NO_CONTACT) : null),
          new Line(
              Rule.REFUSED_ROUTE, c -> c.refusedRoute() ? tomorrow(c, Rule.REFUSED_ROUTE) : null),
          new Line(Rule.CHANNEL_CLOSED, this::closed),
          new Line(
              Rule.BUDGET,
              c ->
                  c.budgetSpent() ? wait(c, c.now().plus(Duration.ofHours(1)), Rule.BUDGET) : null),
          new Line(Rule.NIGHT, c -> c.exempt() ? null : night(c)),
          new Line(Rule.SUNDAY, c -> c.exempt() || c.pressing() ? null : sunday(c)),
          new Line(Rule.HOLIDAY, c -> c.exempt() || c.pressing() ? null : holiday(c)),
          new Line(
              Rule.ONE_A_DAY,
              c -> c.toldToday() && !c.exempt() ? tomorrow(c, Rule.ONE_A_DAY) : null),
          new Line(Rule.ONE_SMS_A_WEEK, c -> c.exempt() || c.lastCall() ? null : weekly(c)),
          new Line(Rule.TOO_SHORT, this::tooShort));

  public Gate(Holidays holidays) {
    this.holidays = holidays;
  }

  public Verdict judge(Case facts) {
    return table.stream()
        .<@Nullable Verdict>map(line -> line.objection().apply(facts))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(Pass::new);
  }

  /** How long a provider may keep trying: nothing may arrive at night or after it is stale. */
  public static Duration validFor(Case facts) {
    Duration fresh = Duration.between(facts.now(), facts.notAfter());
    if (facts.exempt()) {
      return fresh;
    }
    ZonedDateTime local = facts.now().atZone(facts.zone());
    Duration evening = Duration.between(local, local.with(SILENCE));
    return fresh.compareTo(evening) < 0 ? fresh : evening;
  }

  /** The next morning on which people may be written to, at a minute of its own per caller. */
  public Instant nextMorning(Case facts) {
    return morning(facts, facts.today().plusDays(1));
  }

  private @Nullable Verdict tooLate(Case c) {
    return c.now().isBefore(c.notAfter()) ? null : end(EXPIRED_UNSENT, Rule.TOO_LATE);
  }

  /** Who asked for silence gets it; what went stale meanwhile was the person's own wish. */
  private @Nullable Verdict asleep(Case c) {
    if (c.state() == RecordState.ACTIVE) {
      return null;
    }
    return c.now().isBefore(c.notAfter())
        ? new Defer(Instant.MAX, Rule.PAUSED)
        : end(CANCELLED, Rule.PAUSED);
  }

  private @Nullable Verdict closed(Case c) {
    Instant until = c.closedUntil();
    return until != null && until.isAfter(c.now()) ? new Defer(until, Rule.CHANNEL_CLOSED) : null;
  }

  private @Nullable Verdict night(Case c) {
    LocalTime time = c.now().atZone(c.zone()).toLocalTime();
    if (time.isBefore(OPENS)) {
      return new Defer(morning(c, c.today()), Rule.NIGHT);
    }
    return time.isBefore(CLOSES) ? null : new Defer(nextMorning(c), Rule.NIGHT);
  }

  private @Nullable Verdict sunday(Case c) {
    return c.today().getDayOfWeek() == DayOfWeek.SUNDAY
        ? cap(c, nextMorning(c), Rule.SUNDAY)
        : null;
  }

  private @Nullable Verdict holiday(Case c) {
    return holidays.on(c.host(), c.today()) ? cap(c, nextMorning(c), Rule.HOLIDAY) : null;
  }

  private @Nullable Verdict weekly(Case c) {
    LocalDate last = c.lastSms();
    if (c.channel() != Channel.SMS || last == null || !last.plusDays(WEEK).isAfter(c.today())) {
      return null;
    }
    return cap(c, morning(c, last.plusDays(WEEK)), Rule.ONE_SMS_A_WEEK);
  }

  private @Nullable Verdict tooShort(Case c) {
    return validFor(c).compareTo(SHORTEST) < 0 ? tomorrow(c, Rule.TOO_SHORT) : null;
  }

  /** A cap gives way where waiting would mean never. */
  private static @Nullable Verdict cap(Case c, Instant until, Rule rule) {
    return until.isBefore(c.notAfter().minus(SHORTEST)) ? new Defer(until, rule) : null;
  }

  private Verdict tomorrow(Case c, Rule rule) {
    return wait(c, nextMorning(c), rule);
  }

  /** Waits, but looks once more when the message goes stale, so that its end is noticed. */
  private static Verdict wait(Case c, Instant until, Rule rule) {
    return new Defer(until.isAfter(c.notAfter()) ? c.notAfter() : until, rule);
  }

  private Instant morning(Case c, LocalDate from) {
    LocalDate day = from;
    while (!c.pressing()
        && (day.getDayOfWeek() == DayOfWeek.SUNDAY || holidays.on(c.host(), day))) {
      day = day.plusDays(1);
    }
    return day.atTime(OPENS).atZone(c.zone()).toInstant();
  }

  private static Verdict end(org.termin.contract.words.ReminderState state, Rule rule) {
    return new End(state, rule);
  }
}

package org.termin.notifier.policy;

import static org.termin.contract.words.ReminderState.CANCELLED;
import static org.termin.contract.words.ReminderState.EXPIRED_UNSENT;
import static org.termin.contract.words.ReminderState.SUPERSEDED;
import static org.termin.notifier.policy.Rule.BUDGET;
import static org.termin.notifier.policy.Rule.CHANNEL_CLOSED;
import static org.termin.notifier.policy.Rule.ERASED;
import static org.termin.notifier.policy.Rule.HOLIDAY;
import static org.termin.notifier.policy.Rule.NIGHT;
import static org.termin.notifier.policy.Rule.NOTHING_LEFT_TO_TELL;
import static org.termin.notifier.policy.Rule.NO_CONTACT;
import static org.termin.notifier.policy.Rule.ONE_A_DAY;
import static org.termin.notifier.policy.Rule.ONE_SMS_A_WEEK;
import static org.termin.notifier.policy.Rule.PAUSED;
import static org.termin.notifier.policy.Rule.REFUSED_ROUTE;
import static org.termin.notifier.policy.Rule.SUNDAY;
import static org.termin.notifier.policy.Rule.TOO_LATE;
import static org.termin.notifier.policy.Rule.TOO_SHORT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.ReminderState;
import org.termin.notifier.policy.Verdict.Defer;
import org.termin.notifier.policy.Verdict.End;
import org.termin.notifier.policy.Verdict.Pass;

/**
 * The last gate. Read it as a table: rule, when it objects, what follows; the first that objects
 * decides. Every line has its cases in {@code docs/gate.md}.
 *
 * <p>Most rules wait for the next morning on which this message may go. The weekly cap, which waits
 * longer, gives way where waiting would mean never.
 */
public final class Gate {

  /** Less than this is too short for a provider to deliver in. */
  static final Duration SHORTEST = Duration.ofMinutes(15);

  private static final Duration BUDGET_PAUSE = Duration.ofHours(1);

  private final Daytime daytime;
  private final List<Line> table;

  private record Line(
      Rule rule, Predicate<Case> objects, Function<Case, @Nullable Verdict> verdict) {}

  public Gate(Holidays holidays) {
    Daytime day = new Daytime(holidays);
    this.daytime = day;
    this.table =
        List.of(
            line(ERASED, Case::isErased, ends(CANCELLED, ERASED)),
            line(PAUSED, c -> c.isAsleep() && c.isStale(), ends(CANCELLED, PAUSED)),
            line(PAUSED, Case::isAsleep, c -> new Defer(Instant.MAX, PAUSED)),
            line(NOTHING_LEFT_TO_TELL, c -> !c.wanted(), ends(SUPERSEDED, NOTHING_LEFT_TO_TELL)),
            line(TOO_LATE, Case::isStale, ends(EXPIRED_UNSENT, TOO_LATE)),
            line(NO_CONTACT, c -> c.channel() == null, waits(day::tomorrow, NO_CONTACT)),
            line(REFUSED_ROUTE, Case::refusedRoute, waits(day::tomorrow, REFUSED_ROUTE)),
            capped(NIGHT, day::isNight, waits(day::nextMorning, NIGHT)),
            capped(SUNDAY, day::isRestingSunday, waits(day::tomorrow, SUNDAY)),
            capped(HOLIDAY, day::isRestingHoliday, waits(day::tomorrow, HOLIDAY)),
            capped(ONE_A_DAY, Case::toldToday, waits(day::tomorrow, ONE_A_DAY)),
            capped(ONE_SMS_A_WEEK, c -> !c.uncapped(), this::weekly),
            line(
                TOO_SHORT,
                c -> validFor(c).compareTo(SHORTEST) < 0,
                waits(day::tomorrow, TOO_SHORT)),
            line(CHANNEL_CLOSED, Case::isClosed, waits(Gate::reopening, CHANNEL_CLOSED)),
            line(BUDGET, Case::budgetSpent, waits(c -> c.now().plus(BUDGET_PAUSE), BUDGET)));
  }

  /** What is to be done with this message now. */
  public Verdict judge(Case facts) {
    return table.stream()
        .filter(line -> line.objects().test(facts))
        .<@Nullable Verdict>map(line -> line.verdict().apply(facts))
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
    Duration evening = Daytime.untilSilence(facts);
    return fresh.compareTo(evening) < 0 ? fresh : evening;
  }

  /** Tomorrow's opening hour, or that of the first day after it on which this message may go. */
  public Instant tomorrow(Case facts) {
    return daytime.tomorrow(facts);
  }

  private static Line line(
      Rule rule, Predicate<Case> objects, Function<Case, @Nullable Verdict> verdict) {
    return new Line(rule, objects, verdict);
  }

  /** Hours and caps do not hold for the confirmation. */
  private static Line capped(
      Rule rule, Predicate<Case> objects, Function<Case, @Nullable Verdict> verdict) {
    return new Line(rule, c -> !c.exempt() && objects.test(c), verdict);
  }

  private static Function<Case, @Nullable Verdict> ends(ReminderState state, Rule rule) {
    return _ -> new End(state, rule);
  }

  /** Waits, but looks once more when the message goes stale, so that its end is noticed. */
  private static Function<Case, @Nullable Verdict> waits(Function<Case, Instant> until, Rule rule) {
    return c -> {
      Instant wake = until.apply(c);
      return new Defer(wake.isAfter(c.notAfter()) ? c.notAfter() : wake, rule);
    };
  }

  /** A cap may put off, not silence. */
  private @Nullable Verdict weekly(Case c) {
    LocalDate free = c.weekFull();
    if (free == null) {
      return null;
    }
    Instant until = daytime.morning(c, free);
    return until.isBefore(c.notAfter().minus(SHORTEST)) ? new Defer(until, ONE_SMS_A_WEEK) : null;
  }

  private static Instant reopening(Case c) {
    return c.closedUntil() == null ? c.now() : c.closedUntil();
  }
}

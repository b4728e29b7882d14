package org.termin.notifier.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Country;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.ReminderState;
import org.termin.notifier.policy.Verdict.Defer;
import org.termin.notifier.policy.Verdict.End;
import org.termin.notifier.policy.Verdict.Pass;

class GateTest {

  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  // a Wednesday in winter, noon in Warsaw
  private static final Instant NOON = Instant.parse("2027-01-13T11:00:00Z");

  private final Gate gate =
      new Gate((country, day) -> day.equals(LocalDate.of(2027, 1, 6)) && country.equals(PL));
  private static final Country PL = new Country("PL");

  /** A case in which every rule is content; each line of the tables changes one thing. */
  private static final class Facts {
    Instant now = NOON;
    ZoneId zone = WARSAW;
    @Nullable RecordState state = RecordState.ACTIVE;
    boolean wanted = true;
    @Nullable Channel channel = Channel.SMS;
    boolean refused;
    @Nullable LocalDate actBy;
    Instant notAfter = NOON.plus(Duration.ofDays(30));
    boolean exempt;
    boolean lastCall;
    boolean today;
    @Nullable LocalDate lastSms;
    @Nullable Instant closed;
    boolean spent;

    Case build() {
      return new Case(
          now, zone, PL, state, wanted, channel, refused, actBy, notAfter, exempt, lastCall, today,
          lastSms, closed, spent);
    }
  }

  private Verdict judge(UnaryOperator<Facts> change) {
    return gate.judge(change.apply(new Facts()).build());
  }

  @Test
  void aWantedMessageAtNoonPasses() {
    assertThat(judge(f -> f)).isInstanceOf(Pass.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void aRuleDefers(String name, UnaryOperator<Facts> change, Rule rule, String until) {
    assertThat(judge(change)).isEqualTo(new Defer(Instant.parse(until), rule));
  }

  static Stream<Arguments> aRuleDefers() {
    return Stream.of(
        line("before nine", f -> at(f, "2027-01-13T07:59:00Z"), Rule.NIGHT, "2027-01-13T08:00:00Z"),
        line("at eight", f -> at(f, "2027-01-13T19:00:00Z"), Rule.NIGHT, "2027-01-14T08:00:00Z"),
        line(
            "Saturday night goes over Sunday",
            f -> at(f, "2027-01-16T20:00:00Z"),
            Rule.NIGHT,
            "2027-01-18T08:00:00Z"),
        line("Sunday", f -> at(f, "2027-01-17T11:00:00Z"), Rule.SUNDAY, "2027-01-18T08:00:00Z"),
        line("Epiphany", f -> at(f, "2027-01-06T11:00:00Z"), Rule.HOLIDAY, "2027-01-07T08:00:00Z"),
        line(
            "clocks change that Sunday",
            f -> at(f, "2027-03-28T10:00:00Z"),
            Rule.SUNDAY,
            "2027-03-29T07:00:00Z"),
        line(
            "told today", f -> set(f, g -> g.today = true), Rule.ONE_A_DAY, "2027-01-14T08:00:00Z"),
        line(
            "a text four days ago",
            f -> set(f, g -> g.lastSms = LocalDate.of(2027, 1, 9)),
            Rule.ONE_SMS_A_WEEK,
            "2027-01-16T08:00:00Z"),
        line(
            "a text on Sunday, so the week ends on a Sunday",
            f -> set(f, g -> g.lastSms = LocalDate.of(2027, 1, 10)),
            Rule.ONE_SMS_A_WEEK,
            "2027-01-18T08:00:00Z"),
        line(
            "no contact",
            f -> set(f, g -> g.channel = null),
            Rule.NO_CONTACT,
            "2027-01-14T08:00:00Z"),
        line(
            "refused route",
            f -> set(f, g -> g.refused = true),
            Rule.REFUSED_ROUTE,
            "2027-01-14T08:00:00Z"),
        line(
            "closed channel",
            f -> set(f, g -> g.closed = NOON.plusSeconds(300)),
            Rule.CHANNEL_CLOSED,
            "2027-01-13T11:05:00Z"),
        line("budget", f -> set(f, g -> g.spent = true), Rule.BUDGET, "2027-01-13T12:00:00Z"),
        line(
            "stale in ten minutes: look again when it is",
            f -> set(f, g -> g.notAfter = NOON.plusSeconds(600)),
            Rule.TOO_SHORT,
            "2027-01-13T11:10:00Z"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void aRuleGivesWay(String name, UnaryOperator<Facts> change) {
    assertThat(judge(change)).isInstanceOf(Pass.class);
  }

  static Stream<Arguments> aRuleGivesWay() {
    return Stream.of(
        arguments(
            "Sunday with two days left",
            op(
                f -> {
                  at(f, "2027-01-17T11:00:00Z");
                  f.actBy = LocalDate.of(2027, 1, 18);
                })),
        arguments(
            "the weekly cap for a last call",
            op(
                f -> {
                  f.lastSms = LocalDate.of(2027, 1, 12);
                  f.lastCall = true;
                })),
        arguments(
            "the weekly cap for mail",
            op(
                f -> {
                  f.lastSms = LocalDate.of(2027, 1, 12);
                  f.channel = Channel.EMAIL;
                })),
        arguments(
            "the weekly cap where it would outlast the message",
            op(
                f -> {
                  f.lastSms = LocalDate.of(2027, 1, 12);
                  f.notAfter = NOON.plus(Duration.ofDays(4));
                })),
        arguments(
            "night for the confirmation",
            op(
                f -> {
                  at(f, "2027-01-13T23:00:00Z");
                  f.exempt = true;
                })),
        arguments("a week ago is long enough", op(f -> f.lastSms = LocalDate.of(2027, 1, 6))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void aRuleEnds(String name, UnaryOperator<Facts> change, Rule rule, ReminderState state) {
    assertThat(judge(change)).isEqualTo(new End(state, rule));
  }

  static Stream<Arguments> aRuleEnds() {
    return Stream.of(
        arguments("erased", op(f -> f.state = null), Rule.ERASED, ReminderState.CANCELLED),
        arguments(
            "not in today's plan",
            op(f -> f.wanted = false),
            Rule.NOTHING_LEFT_TO_TELL,
            ReminderState.SUPERSEDED),
        arguments(
            "stale", op(f -> f.notAfter = f.now), Rule.TOO_LATE, ReminderState.EXPIRED_UNSENT),
        arguments(
            "paused until stale",
            op(
                f -> {
                  f.state = RecordState.PAUSED;
                  f.notAfter = f.now;
                }),
            Rule.PAUSED,
            ReminderState.CANCELLED));
  }

  @Test
  void pausedWaitsForEver() {
    assertThat(judge(f -> set(f, g -> g.state = RecordState.PAUSED)))
        .isEqualTo(new Defer(Instant.MAX, Rule.PAUSED));
  }

  @Test
  void nothingArrivesAfterNineInTheEvening() {
    Facts late = at(new Facts(), "2027-01-13T18:30:00Z");
    assertThat(Gate.validFor(late.build())).isEqualTo(Duration.ofMinutes(90));
  }

  private static Arguments line(String name, UnaryOperator<Facts> change, Rule rule, String until) {
    return arguments(name, change, rule, until);
  }

  private static Facts at(Facts facts, String now) {
    facts.now = Instant.parse(now);
    facts.notAfter = facts.now.plus(Duration.ofDays(30));
    return facts;
  }

  private static Facts set(Facts facts, java.util.function.Consumer<Facts> change) {
    change.accept(facts);
    return facts;
  }

  private static UnaryOperator<Facts> op(java.util.function.Consumer<Facts> change) {
    return facts -> set(facts, change);
  }
}

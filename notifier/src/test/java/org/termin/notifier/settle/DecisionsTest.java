package org.termin.notifier.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.termin.contract.words.AttemptKind;
import org.termin.contract.words.AttemptState;
import org.termin.notifier.channel.Failure;
import org.termin.notifier.channel.Failure.Blame;
import org.termin.notifier.channel.Lookup;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outcome.Limit;
import org.termin.notifier.channel.Outcome.Permanence;
import org.termin.notifier.channel.Status;
import org.termin.notifier.settle.Facts.Whose;

/** The decisions alone, on made-up facts: no store, no clock, no provider. */
class DecisionsTest {

  private static final Patience PATIENCE =
      new Patience(
          Duration.ofMinutes(15),
          3,
          96,
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(72),
          Duration.ofSeconds(60));

  private static Facts in(Facts facts, Decision decision) {
    return new Facts(
        facts.kind(),
        decision.state(),
        facts.whose(),
        decision.look() instanceof Look.Unchanged ? facts.looks() : decision.looks(),
        facts.resends(),
        facts.tries(),
        facts.otherContact(),
        facts.untouchedContact(),
        facts.confirmed(),
        facts.failed(),
        facts.absentBefore());
  }

  private static AttemptState rank(Status status) {
    return switch (status) {
      case Status.OnItsWay() -> AttemptState.ACCEPTED;
      case Status.Undelivered _ -> AttemptState.UNDELIVERED;
      case Status.Delivered() -> AttemptState.DELIVERED;
    };
  }

  private static Facts afterAll(Facts facts, List<Status> reports) {
    Facts now = facts;
    for (Status report : reports) {
      now = in(now, AfterReport.decide(report, now, PATIENCE));
    }
    return now;
  }

  @Property
  void receiptsAreALattice(
      @ForAll("facts") Facts facts,
      @ForAll("reports") List<Status> reports,
      @ForAll Random shuffle) {
    AttemptState expected = facts.state();
    for (Status report : reports) {
      expected = expected.or(rank(report));
    }
    List<Status> other = new ArrayList<>(reports);
    other.addAll(reports);
    Collections.shuffle(other, shuffle);
    assertThat(afterAll(facts, reports).state()).isEqualTo(expected);
    assertThat(afterAll(facts, other).state()).isEqualTo(expected);
  }

  @Property
  void aRepeatedReportChangesNothing(
      @ForAll("facts") Facts facts, @ForAll("report") Status report) {
    Facts once = in(facts, AfterReport.decide(report, facts, PATIENCE));
    assertThat(AfterReport.decide(report, once, PATIENCE)).isEqualTo(Decision.none(once));
  }

  @Property
  void noNewsLowersAnAttempt(
      @ForAll("facts") Facts facts,
      @ForAll("outcome") Outcome outcome,
      @ForAll("books") Lookup books) {
    assertThat(AfterAnswer.decide(outcome, facts, PATIENCE).state())
        .isGreaterThanOrEqualTo(facts.state());
    assertThat(AfterAnswer.leaseOver(facts, PATIENCE).state())
        .isGreaterThanOrEqualTo(facts.state());
    assertThat(AfterLookup.decide(books, facts, PATIENCE).state())
        .isGreaterThanOrEqualTo(facts.state());
    assertThat(Watch.decide(new Watch.Quiet(books, true, true), facts, PATIENCE).state())
        .isGreaterThanOrEqualTo(facts.state());
  }

  @Property
  void whatTheBooksSayOnlyMattersWhileItIsAsked(
      @ForAll("facts") Facts facts, @ForAll("books") Lookup books) {
    if (facts.state() != AttemptState.UNKNOWN) {
      assertThat(AfterLookup.decide(books, facts, PATIENCE)).isEqualTo(Decision.none(facts));
    }
    if (facts.state() != AttemptState.ACCEPTED) {
      assertThat(Watch.decide(new Watch.Quiet(books, true, true), facts, PATIENCE))
          .isEqualTo(Decision.none(facts));
    }
  }

  @Property
  void nothingOfAnErasedPersonIsEverTriedAgainAfterASearch(
      @ForAll("facts") Facts facts, @ForAll("books") Lookup books) {
    if (facts.whose() == Whose.GONE) {
      assertThat(tries(AfterLookup.decide(books, facts, PATIENCE).fate())).isFalse();
      assertThat(tries(Watch.decide(new Watch.Quiet(books, true, true), facts, PATIENCE).fate()))
          .isFalse();
    }
  }

  private static boolean tries(Fate fate) {
    return switch (fate) {
      case Fate.Again _, Fate.AfterPause _, Fate.Elsewhere _ -> true;
      case Fate.Stay _, Fate.Open _, Fate.Taken _, Fate.Arrived _ -> false;
      case Fate.CountAsTold _, Fate.Failed _, Fate.Cancelled _ -> false;
    };
  }

  @Property
  void anUnknownOutcomeIsResentAtMostTwiceAndAskedForAFewTimes(
      @ForAll("facts") Facts any, @ForAll("unhelpful") List<Lookup> answers) {
    int resends = 0;
    while (true) {
      Facts facts =
          new Facts(
              AttemptKind.REMINDER,
              AttemptState.UNKNOWN,
              Whose.HERE,
              0,
              resends,
              any.tries(),
              any.otherContact(),
              any.untouchedContact(),
              any.confirmed(),
              any.failed(),
              any.absentBefore());
      Fate fate = new Fate.Stay();
      int asked = 0;
      while (fate instanceof Fate.Stay) {
        Decision decision =
            AfterLookup.decide(answers.get(asked % answers.size()), facts, PATIENCE);
        fate = decision.fate();
        facts = in(facts, decision);
        assertThat(++asked).isLessThanOrEqualTo(PATIENCE.closedAsks());
      }
      if (!(fate instanceof Fate.AfterPause)) {
        assertThat(fate).isEqualTo(any.otherContact() ? new Fate.Elsewhere() : new Fate.Failed());
        break;
      }
      resends++;
    }
    assertThat(resends).isEqualTo(AfterLookup.MOST_RESENDS);
  }

  @Property
  void silenceFallsBackOnceAndOnlyWhereEverythingSpeaksForIt(
      @ForAll("facts") Facts any, @ForAll boolean lastCall, @ForAll boolean receiptsWork) {
    Facts facts =
        in(
            any,
            Decision.rise(
                state(any, AttemptState.UNKNOWN),
                AttemptState.ACCEPTED,
                null,
                new Look.Now(),
                new Fate.Stay()));
    Watch.Quiet quiet = new Watch.Quiet(new Lookup.NotThere(), lastCall, receiptsWork);
    int fallbacks = 0;
    int looks = 0;
    Fate fate;
    do {
      Decision decision = Watch.decide(quiet, facts, PATIENCE);
      fate = decision.fate();
      fallbacks += fate instanceof Fate.Elsewhere ? 1 : 0;
      facts = in(facts, decision);
      looks++;
    } while (!(fate instanceof Fate.CountAsTold));
    assertThat(looks).isEqualTo(3);
    boolean expected =
        any.kind() == AttemptKind.REMINDER
            && lastCall
            && receiptsWork
            && any.whose() == Whose.HERE
            && any.untouchedContact();
    assertThat(fallbacks).isEqualTo(expected ? 1 : 0);
  }

  private static Facts state(Facts facts, AttemptState state) {
    return new Facts(
        facts.kind(),
        state,
        facts.whose(),
        0,
        facts.resends(),
        facts.tries(),
        facts.otherContact(),
        facts.untouchedContact(),
        facts.confirmed(),
        facts.failed(),
        facts.absentBefore());
  }

  @Property
  void ourOwnFaultNeverBlamesOrEndsAnything(@ForAll("facts") Facts facts) {
    Decision decision = AfterAnswer.decide(new Outcome.OurFault("20003"), facts, PATIENCE);
    assertThat(decision.flag()).isNull();
    assertThat(decision.fate()).isNotInstanceOf(Fate.Failed.class);
    if (decision.fate() instanceof Fate.AfterPause pause) {
      assertThat(pause.counts()).isFalse();
    }
  }

  @Property
  void whateverIsGivenBackWasSurelyNotSaid(
      @ForAll("facts") Facts facts, @ForAll("outcome") Outcome outcome) {
    Decision decision = AfterAnswer.decide(outcome, facts, PATIENCE);
    if (decision.keysBack()) {
      assertThat(decision.state()).isIn(AttemptState.NOT_SENT, AttemptState.REJECTED);
    }
  }

  @Provide
  Arbitrary<Facts> facts() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Combinators.combine(
            Arbitraries.of(AttemptKind.class),
            Arbitraries.of(AttemptState.class),
            Arbitraries.of(Whose.class),
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 6),
            Combinators.combine(flag, flag, flag, flag).as(List::of),
            Arbitraries.integers().between(0, 3))
        .as(
            (kind, state, whose, looks, resends, tries, flags, failed) ->
                new Facts(
                    kind,
                    state,
                    whose,
                    looks,
                    resends,
                    tries,
                    flags.get(0),
                    flags.get(1),
                    flags.get(2),
                    failed,
                    flags.get(3)));
  }

  @Provide
  Arbitrary<Status> report() {
    Arbitrary<Status> failed =
        Arbitraries.of(Blame.class)
            .map(
                blame ->
                    new Status.Undelivered(
                        new Failure("1", blame, Duration.ofHours(4), Duration.ofDays(1), 3)));
    return Arbitraries.oneOf(
        Arbitraries.just(new Status.OnItsWay()), Arbitraries.just(new Status.Delivered()), failed);
  }

  @Provide
  Arbitrary<List<Status>> reports() {
    return report().list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<Outcome> outcome() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            new Outcome.Accepted("SM1"),
            new Outcome.Accepted(null),
            new Outcome.NotSent("refused"),
            new Outcome.NotSent(
                "5.2.2",
                Duration.ofDays(1),
                new Limit(3, Permanence.CONTACT),
                Outcome.Scope.CONTACT),
            new Outcome.Closed(Duration.ofSeconds(10)),
            new Outcome.OurFault("20003"),
            new Outcome.Ambiguous("timeout")),
        Arbitraries.of(Permanence.class).map(why -> new Outcome.Rejected("21211", why)));
  }

  @Provide
  Arbitrary<Lookup> books() {
    return Arbitraries.oneOf(
        unhelpfulAnswer(), report().map(status -> new Lookup.Taken("SM1", status)));
  }

  private static Arbitrary<Lookup> unhelpfulAnswer() {
    return Arbitraries.of(
        new Lookup.NotThere(),
        new Lookup.CannotTell("http-500"),
        new Lookup.Closed(),
        new Lookup.NoBooks());
  }

  @Provide
  Arbitrary<List<Lookup>> unhelpful() {
    return unhelpfulAnswer().list().ofMinSize(1).ofMaxSize(6);
  }
}

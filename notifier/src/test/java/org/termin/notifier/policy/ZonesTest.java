package org.termin.notifier.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.termin.contract.words.Channel;
import org.termin.contract.words.RecordState;
import org.termin.notifier.plan.Band;
import org.termin.notifier.policy.Verdict.Defer;
import org.termin.notifier.policy.Verdict.End;
import org.termin.notifier.policy.Verdict.Pass;
import org.termin.testkit.Figures;

/**
 * Asks the gate in every time zone of the host countries on every day from 2024 to 2040, at every
 * quarter of an hour, at the edges of the local day, and at the minutes reminders are due. What it
 * lets pass leaves and arrives in daytime; what it puts off wakes in daytime, on no day of rest.
 * The ordinary run takes the days on which clocks change and one in 97 of the others.
 */
class ZonesTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2040, 12, 31);
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime EIGHT_PM = LocalTime.of(20, 0);
  private static final LocalTime NINE_PM = LocalTime.of(21, 0);
  private static final Duration PRESSING = Duration.ofHours(72);
  private static final Duration LONGEST = Duration.ofHours(4);
  private static final String COMMAND =
      "mvn verify -Preliability -pl notifier -am -Dtest=ZonesTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  private final Holidays holidays = new PublicHolidays();
  private final Gate gate = new Gate(holidays);
  private final long seed = Figures.seed("zones");
  private final Random random = new Random(seed);
  private final int step = Figures.size("zones", 97, 1);

  private long asked;
  private long passed;
  private long outside;
  private final List<String> wrong = new ArrayList<>();

  @Test
  void nothingIsSentOutsideDaytime() {
    List<HostZones> zones = HostZones.all();
    for (HostZones place : zones) {
      int offset = random.nextInt(step);
      for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
        if ((day.toEpochDay() + offset) % step == 0 || clocksChange(place, day)) {
          ask(place, day);
        }
      }
    }
    Figures.record(
        "Zones",
        "every zone of the host countries, days of 2024–2040",
        seed,
        COMMAND,
        "%,d zones, %s, %,d questions to the gate, %,d passed, sends outside daytime: %d"
            .formatted(
                zones.size(),
                step == 1 ? "every day" : "one day in " + step + " and all clock changes",
                asked,
                passed,
                outside),
        outside == 0 && wrong.isEmpty());
    assertThat(wrong).isEmpty();
    assertThat(outside).isZero();
    assertThat(passed).isPositive();
  }

  @Test
  void theTableHasEveryHostCountry() {
    assertThat(HostZones.all().stream().map(place -> place.country().code()).distinct())
        .containsExactlyInAnyOrderElementsOf(PublicHolidaysTest.SERVED);
  }

  private void ask(HostZones place, LocalDate day) {
    minutes(place, day)
        .forEach(
            now -> {
              check(place, ordinary(place, now));
              check(place, one(place, now));
            });
    dueMinutes(place, day)
        .forEach(
            due -> {
              Case facts = ordinary(place, due);
              if (gate.judge(facts) instanceof Defer(Instant _, Rule rule) && rule == Rule.NIGHT) {
                fail(place, facts, "a due minute at night");
              }
              check(place, facts);
            });
  }

  /** Every quarter of an hour of the UTC day, the edges of the local day, a random minute. */
  private Stream<Instant> minutes(HostZones place, LocalDate day) {
    Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Stream<Instant> quarters =
        IntStream.range(0, 96)
            .mapToObj(quarter -> midnight.plus(Duration.ofMinutes(15L * quarter)));
    Stream<Instant> edges =
        Stream.of(NINE, EIGHT_PM, NINE_PM)
            .map(time -> day.atTime(time).atZone(place.zone()).toInstant())
            .flatMap(edge -> Stream.of(edge.minusSeconds(1), edge, edge.plusSeconds(1)));
    return Stream.concat(
        Stream.concat(quarters, edges), Stream.of(midnight.plusSeconds(random.nextInt(86_400))));
  }

  /** The first and the last minute of the country's band, and a random one. */
  private Stream<Instant> dueMinutes(HostZones place, LocalDate day) {
    Band band = Band.of(place.country());
    int last = band == Band.EAST ? 299 : 179;
    return IntStream.of(0, last, random.nextInt(last))
        .mapToObj(minute -> band.minuteOf(day, ByteBuffer.allocate(4).putInt(0, minute).array()));
  }

  private static Case ordinary(HostZones place, Instant now) {
    return facts(place, now, Channel.SMS, null, now.plus(Duration.ofDays(30)), false, null);
  }

  /** A random circumstance: last calls near their end, told today, a text in the week before. */
  private Case one(HostZones place, Instant now) {
    LocalDate today = now.atZone(place.zone()).toLocalDate();
    return switch (random.nextInt(4)) {
      case 0 ->
          facts(
              place,
              now,
              Channel.SMS,
              today.plusDays(random.nextInt(9)),
              now.plus(Duration.ofDays(30)),
              false,
              null);
      case 1 ->
          facts(
              place,
              now,
              Channel.EMAIL,
              null,
              now.plus(Duration.ofMinutes(1 + random.nextInt(9 * 24 * 60))),
              false,
              null);
      case 2 -> facts(place, now, Channel.SMS, null, now.plus(Duration.ofDays(30)), true, null);
      default ->
          facts(
              place,
              now,
              Channel.SMS,
              today.plusDays(random.nextInt(30)),
              now.plus(Duration.ofDays(30)),
              false,
              today.minusDays(1 + random.nextInt(6)));
    };
  }

  private static Case facts(
      HostZones place,
      Instant now,
      Channel channel,
      LocalDate actBy,
      Instant notAfter,
      boolean toldToday,
      LocalDate lastSms) {
    return new Case(
        now,
        place.zone(),
        place.country(),
        RecordState.ACTIVE,
        true,
        channel,
        false,
        actBy,
        notAfter,
        false,
        false,
        toldToday,
        lastSms,
        null,
        false,
        false);
  }

  private void check(HostZones place, Case facts) {
    asked++;
    switch (gate.judge(facts)) {
      case Pass() -> {
        passed++;
        ZonedDateTime leaves = facts.now().atZone(place.zone());
        Duration valid = Gate.validFor(facts);
        ZonedDateTime arrives = leaves.plus(valid.compareTo(LONGEST) > 0 ? LONGEST : valid);
        boolean day =
            isDaytime(leaves)
                && arrives.isAfter(leaves)
                && arrives.toLocalDate().equals(leaves.toLocalDate())
                && !arrives.toLocalTime().isAfter(NINE_PM);
        if (!day || rests(place, facts, leaves)) {
          outside++;
          fail(place, facts, "sent at " + leaves);
        }
      }
      case Defer(Instant until, Rule rule) -> {
        ZonedDateTime wakes = until.atZone(place.zone());
        boolean looksAtItsEnd = until.equals(facts.notAfter());
        if (!until.isAfter(facts.now())
            || (!looksAtItsEnd && (!isDaytime(wakes) || rests(place, facts, wakes)))) {
          fail(place, facts, rule + " until " + wakes);
        }
      }
      case End(var state, Rule rule) -> fail(place, facts, rule + " ends as " + state);
    }
  }

  private static boolean isDaytime(ZonedDateTime local) {
    return !local.toLocalTime().isBefore(NINE) && local.toLocalTime().isBefore(EIGHT_PM);
  }

  /** A Sunday or public holiday with more than 72 hours left. */
  private boolean rests(HostZones place, Case facts, ZonedDateTime local) {
    boolean free =
        local.getDayOfWeek() == DayOfWeek.SUNDAY
            || holidays.on(place.country(), local.toLocalDate());
    if (!free) {
      return false;
    }
    Instant now = local.toInstant();
    boolean staleSoon = !facts.notAfter().isAfter(now.plus(PRESSING));
    LocalDate actBy = facts.actBy();
    boolean actSoon = false;
    if (actBy != null) {
      Instant end = actBy.plusDays(1).atStartOfDay(place.zone()).toInstant();
      actSoon = end.isAfter(now) && !end.isAfter(now.plus(PRESSING));
    }
    return !staleSoon && !actSoon;
  }

  private static boolean clocksChange(HostZones place, LocalDate day) {
    return !place
        .zone()
        .getRules()
        .getOffset(day.atStartOfDay(ZoneOffset.UTC).toInstant())
        .equals(
            place
                .zone()
                .getRules()
                .getOffset(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  private void fail(HostZones place, Case facts, String what) {
    if (wrong.size() < 20) {
      wrong.add(place + " at " + facts.now().atZone(place.zone()) + ": " + what);
    }
  }
}

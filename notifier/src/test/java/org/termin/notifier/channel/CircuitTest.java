package org.termin.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.termin.notifier.channel.Circuit.Result;

class CircuitTest {

  private static final Circuit.Settings SETTINGS = Circuit.Settings.USUAL;
  private static final Instant START = Instant.EPOCH;

  /** Some time passes, and then one thing happens. */
  record Step(int millis, Event event) {}

  enum Event {
    MESSAGE_WORKS,
    MESSAGE_FAILS,
    MESSAGE_REFUSED,
    MESSAGE_NOT_SENT,
    PROBE_ANSWERED,
    PROBE_FAILED,
    STRAGGLER_WORKS,
    STRAGGLER_FAILS
  }

  @Property
  void aShutChannelIsAskedAtMostOnceInTenSeconds(@ForAll("steps") List<Step> steps) {
    Circuit circuit = Circuit.fresh();
    Instant now = START;
    Instant lastProbe = Instant.MIN;
    for (Step step : steps) {
      now = now.plusMillis(step.millis());
      boolean asked = circuit.probes(now);
      switch (step.event()) {
        case PROBE_ANSWERED, PROBE_FAILED -> {
          if (asked) {
            assertThat(circuit).isInstanceOf(Circuit.Shut.class);
            assertThat(now).isAfterOrEqualTo(lastProbe.plus(SETTINGS.probe()));
            lastProbe = now;
            circuit = circuit.probing(now, SETTINGS);
            assertThat(circuit.probes(now)).isFalse();
            circuit = circuit.probed(step.event() == Event.PROBE_ANSWERED, now, SETTINGS);
          }
        }
        case STRAGGLER_WORKS -> circuit = circuit.after(Result.WORKS, Duration.ZERO, now, SETTINGS);
        case STRAGGLER_FAILS ->
            circuit = circuit.after(Result.FAILED, Duration.ZERO, now, SETTINGS);
        case MESSAGE_WORKS -> circuit = message(circuit, Result.WORKS, now);
        case MESSAGE_FAILS -> circuit = message(circuit, Result.FAILED, now);
        case MESSAGE_REFUSED -> circuit = message(circuit, Result.REFUSED, now);
        case MESSAGE_NOT_SENT -> {
          if (circuit.admits(now)) {
            circuit = circuit.admitted(now, SETTINGS).returned();
          }
        }
      }
    }
  }

  /** One message, if one may go; of a channel that comes back, only one may. */
  private static Circuit message(Circuit circuit, Result result, Instant now) {
    if (!circuit.admits(now)) {
      return circuit;
    }
    Circuit admitted = circuit.admitted(now, SETTINGS);
    if (!(circuit instanceof Circuit.Open)) {
      assertThat(admitted.admits(now)).isFalse();
    }
    Circuit after = admitted.after(result, Duration.ZERO, now, SETTINGS);
    if (result == Result.WORKS) {
      assertThat(after).isEqualTo(Circuit.fresh());
    } else if (!(circuit instanceof Circuit.Open)) {
      assertThat(after).isInstanceOf(Circuit.Shut.class);
    }
    return after;
  }

  @Property
  void itAlwaysComesBack(@ForAll("steps") List<Step> steps) {
    Circuit circuit = Circuit.fresh();
    Instant now = START;
    for (Step step : steps) {
      now = now.plusMillis(step.millis());
      circuit =
          switch (step.event()) {
            case MESSAGE_REFUSED, STRAGGLER_FAILS, MESSAGE_FAILS ->
                circuit.admits(now)
                    ? circuit
                        .admitted(now, SETTINGS)
                        .after(
                            step.event() == Event.MESSAGE_REFUSED ? Result.REFUSED : Result.FAILED,
                            Duration.ofMinutes(1),
                            now,
                            SETTINGS)
                    : circuit;
            case MESSAGE_WORKS, MESSAGE_NOT_SENT, PROBE_ANSWERED, PROBE_FAILED, STRAGGLER_WORKS ->
                circuit;
          };
    }
    Instant later = now.plus(SETTINGS.longest()).plus(SETTINGS.trial());
    if (circuit.probes(later)) {
      circuit = circuit.probing(later, SETTINGS).probed(true, later, SETTINGS);
    }
    assertThat(circuit.admits(later)).isTrue();
  }

  @Test
  void theLongerItLastsTheLessOftenWorkLooksAgain() {
    Circuit shut = new Circuit.Shut(START, START.plusSeconds(10), 0);
    Duration most = Duration.ofMinutes(2);
    assertThat(shut.pause(START.plusSeconds(1), most)).isEqualTo(Duration.ofSeconds(10));
    assertThat(shut.pause(START.plusSeconds(600), most)).isEqualTo(Duration.ofSeconds(60));
    assertThat(shut.pause(START.plusSeconds(14_400), most)).isEqualTo(most);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 15_000), Arbitraries.of(Event.class))
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }
}

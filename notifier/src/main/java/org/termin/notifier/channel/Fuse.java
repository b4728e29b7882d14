package org.termin.notifier.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.termin.contract.words.Channel;
import org.termin.notifier.channel.Carriers.Entry;
import org.termin.notifier.channel.Circuit.Result;

/** The circuit of one channel, shared by all threads of a notifier. */
public final class Fuse {

  private static final Logger log = LoggerFactory.getLogger(Fuse.class);

  private final Channel channel;
  private final Clock clock;
  private final Circuit.Settings settings;
  private final Duration rest;
  private final ClosedChannels watch;
  private Circuit circuit = Circuit.fresh();

  Fuse(Channel channel, Clock clock, CircuitSettings settings, ClosedChannels watch) {
    this.channel = channel;
    this.clock = clock;
    this.settings = settings.circuit();
    this.rest = settings.rest();
    this.watch = watch;
  }

  /** The right to send one message. Closing it unused lets the next one try. */
  public final class Pass implements AutoCloseable {
    private boolean used;

    void ended(Outcome outcome) {
      used = true;
      change(now -> circuit.after(result(outcome), asked(outcome), now, settings));
    }

    @Override
    public void close() {
      if (!used) {
        used = true;
        change(_ -> circuit.returned());
      }
    }
  }

  synchronized Optional<Duration> closedFor() {
    Instant now = clock.instant();
    return circuit.admits(now) ? Optional.empty() : Optional.of(circuit.pause(now, rest));
  }

  synchronized Entry enter() {
    Instant now = clock.instant();
    if (!circuit.admits(now)) {
      return new Entry.Refused(circuit.pause(now, rest));
    }
    circuit = circuit.admitted(now, settings);
    return new Entry.Granted(new Pass());
  }

  void open() {
    change(_ -> Circuit.fresh());
  }

  /** A question to the provider got no usable answer, which counts like a failed message. */
  void unanswered() {
    change(now -> circuit.after(Result.FAILED, Duration.ZERO, now, settings));
  }

  void probe(Carrier carrier) {
    synchronized (this) {
      Instant now = clock.instant();
      if (!circuit.probes(now)) {
        return;
      }
      circuit = circuit.probing(now, settings);
    }
    boolean answers = carrier.answers();
    change(now -> circuit.probed(answers, now, settings));
  }

  private void change(Function<Instant, Circuit> next) {
    boolean wasOpen;
    boolean isOpen;
    synchronized (this) {
      wasOpen = circuit instanceof Circuit.Open;
      circuit = next.apply(clock.instant());
      isOpen = circuit instanceof Circuit.Open;
    }
    if (wasOpen && !isOpen) {
      log.warn("{} is closed: its messages wait", channel);
      watch.closed(channel);
    } else if (!wasOpen && isOpen) {
      log.info("{} is open again", channel);
      watch.open(channel);
    }
  }

  private static Result result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _, Outcome.Rejected _ -> Result.WORKS;
      case Outcome.OurFault _ -> Result.REFUSED;
      case Outcome.Ambiguous _, Outcome.Closed _ -> Result.FAILED;
      case Outcome.NotSent(_, _, _, var scope) ->
          switch (scope) {
            case CHANNEL -> Result.FAILED;
            case CONTACT -> Result.WORKS;
          };
    };
  }

  private static Duration asked(Outcome outcome) {
    return outcome instanceof Outcome.NotSent(_, Duration least, _, _) && least != null
        ? least
        : Duration.ZERO;
  }
}

package org.termin.notifier.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.termin.contract.words.Channel;
import org.termin.notifier.channel.Fuse.Pass;
import org.termin.notifier.channel.Lookup.CannotTell;

/**
 * The ways out that are configured, and which of them are closed for now. Work for a closed channel
 * waits, nobody is blamed.
 */
public final class Carriers {

  /** A channel nobody has set up is looked at again as seldom as that. */
  private static final Duration NOT_SET_UP = Duration.ofHours(1);

  private final Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
  private final Map<Channel, Fuse> fuses = new EnumMap<>(Channel.class);

  public Carriers(Clock clock, Iterable<Carrier> configured) {
    this(clock, configured, CircuitSettings.usual(), ClosedChannels.unwatched());
  }

  public Carriers(
      Clock clock, Iterable<Carrier> configured, CircuitSettings settings, ClosedChannels watch) {
    for (Carrier carrier : configured) {
      carriers.put(carrier.channel(), carrier);
      fuses.put(carrier.channel(), new Fuse(carrier.channel(), clock, settings, watch));
    }
  }

  /** Whether messages may go, and if so the right to send one. */
  public sealed interface Entry {

    /** One message may go; to be closed after it, sent or not. */
    record Granted(Pass pass) implements Entry {}

    /** The channel is closed; look again after that long. */
    record Refused(Duration pause) implements Entry {}
  }

  public Optional<Carrier> carrier(Channel channel) {
    return Optional.ofNullable(carriers.get(channel));
  }

  /** How long work for a closed channel should wait, or nothing if it may be used. */
  public Optional<Duration> closedFor(Channel channel) {
    Fuse fuse = fuses.get(channel);
    return fuse == null ? Optional.of(NOT_SET_UP) : fuse.closedFor();
  }

  /** Asks for the right to send one message, before anything is claimed for it. */
  public Entry enter(Channel channel) {
    Fuse fuse = fuses.get(channel);
    return fuse == null ? new Entry.Refused(NOT_SET_UP) : fuse.enter();
  }

  /** The operator has mended what was wrong: the channel may be used at once. */
  public void open(Channel channel) {
    Optional.ofNullable(fuses.get(channel)).ifPresent(Fuse::open);
  }

  /** Sends through the channel's carrier, if it lets anything through, and learns from it. */
  public Outcome send(Outgoing message) {
    return switch (enter(message.to().channel())) {
      case Entry.Granted(Pass pass) -> send(message, pass);
      case Entry.Refused(Duration pause) -> new Outcome.Closed(pause);
    };
  }

  /** Sends with a right that was granted before. */
  public Outcome send(Outgoing message, Pass pass) {
    try (pass) {
      Carrier carrier = carriers.get(message.to().channel());
      if (carrier == null) {
        return new Outcome.OurFault("not-configured");
      }
      Outcome outcome = carrier.send(message);
      pass.ended(outcome);
      return outcome;
    }
  }

  /** Looks for a message whose outcome nobody knows; a closed channel is not bothered. */
  public Lookup find(Sought message) {
    return ask(message.to().channel(), carrier -> carrier.find(message));
  }

  /** Asks how a message is; a closed channel is not bothered. */
  public Lookup status(Channel channel, String providerRef) {
    return ask(channel, carrier -> carrier.status(providerRef));
  }

  private Lookup ask(Channel channel, Function<Carrier, Lookup> question) {
    Carrier carrier = carriers.get(channel);
    Fuse fuse = fuses.get(channel);
    if (carrier == null || fuse == null || fuse.closedFor().isPresent()) {
      return new Lookup.Closed();
    }
    Lookup answer = question.apply(carrier);
    if (answer instanceof CannotTell) {
      fuse.unanswered();
    }
    return answer;
  }

  /** Asks every shut channel whose time has come whether it is back; to be called often. */
  public void probe() {
    fuses.forEach((channel, fuse) -> carrier(channel).ifPresent(fuse::probe));
  }
}

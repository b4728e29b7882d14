package org.termin.notifier.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.termin.contract.words.Channel;
import org.termin.notifier.channel.Outcome.Accepted;
import org.termin.notifier.channel.Outcome.Ambiguous;
import org.termin.notifier.channel.Outcome.NotSent;
import org.termin.notifier.channel.Outcome.OurFault;
import org.termin.notifier.channel.Outcome.Rejected;

/**
 * The ways out that are configured, and which of them are closed for now. A channel closes when our
 * account is refused, or when the provider has failed several times in a row; one message then
 * tries it again every few seconds. Work for a closed channel waits, nobody is blamed.
 */
public final class Carriers {

  private static final Logger log = LoggerFactory.getLogger(Carriers.class);
  private static final Duration OUR_FAULT = Duration.ofMinutes(5);
  private static final Duration PROBE = Duration.ofSeconds(10);
  private static final int IN_A_ROW = 5;

  private final Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
  private final Map<Channel, Door> doors = new EnumMap<>(Channel.class);
  private final Clock clock;

  /** The state of one channel; guarded by itself. */
  private static final class Door {
    Instant closedUntil = Instant.MIN;
    boolean shut;
    int failures;
  }

  public Carriers(Clock clock, Iterable<Carrier> configured) {
    this.clock = clock;
    configured.forEach(carrier -> carriers.put(carrier.channel(), carrier));
    for (Channel channel : Channel.values()) {
      doors.put(channel, new Door());
    }
  }

  public Optional<Carrier> carrier(Channel channel) {
    return Optional.ofNullable(carriers.get(channel));
  }

  /** How long a channel stays closed, or nothing if it may be used; a probe re-opens the wait. */
  public Optional<Duration> closedFor(Channel channel) {
    if (!carriers.containsKey(channel)) {
      return Optional.of(Duration.ofHours(1));
    }
    Door door = door(channel);
    synchronized (door) {
      Instant now = clock.instant();
      return door.closedUntil.isAfter(now)
          ? Optional.of(Duration.between(now, door.closedUntil))
          : Optional.empty();
    }
  }

  /** The operator has mended what was wrong: the channel may be used at once. */
  public void open(Channel channel) {
    Door door = door(channel);
    synchronized (door) {
      door.shut = false;
      door.failures = 0;
      door.closedUntil = Instant.MIN;
    }
  }

  /** Sends through the channel's carrier and learns from the outcome. */
  public Outcome send(Outgoing message) {
    Channel channel = message.to().channel();
    Carrier carrier = carriers.get(channel);
    if (carrier == null) {
      return new OurFault("not-configured");
    }
    probe(channel);
    Outcome outcome = carrier.send(message);
    learn(channel, outcome);
    return outcome;
  }

  /** While the channel is shut, only one message at a time finds out whether it is back. */
  private void probe(Channel channel) {
    Door door = door(channel);
    synchronized (door) {
      if (door.shut) {
        door.closedUntil = clock.instant().plus(PROBE);
      }
    }
  }

  private void learn(Channel channel, Outcome outcome) {
    Door door = door(channel);
    synchronized (door) {
      switch (outcome) {
        case Accepted _, Rejected _ -> {
          if (door.shut) {
            log.info("{} is open again", channel);
          }
          door.shut = false;
          door.failures = 0;
          door.closedUntil = Instant.MIN;
        }
        case OurFault(String reason) -> {
          log.error("{} is closed: our account or sender is refused ({})", channel, reason);
          door.shut = true;
          door.closedUntil = clock.instant().plus(OUR_FAULT);
        }
        case NotSent _, Ambiguous _ -> {
          if (++door.failures >= IN_A_ROW) {
            if (!door.shut) {
              log.warn("{} is closed: the provider failed {} times in a row", channel, IN_A_ROW);
            }
            door.shut = true;
            door.closedUntil = clock.instant().plus(PROBE);
          }
        }
      }
    }
  }

  private Door door(Channel channel) {
    return doors.getOrDefault(channel, new Door());
  }
}

package org.termin.notifier.channel.recording;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.DeliveryNote.Told;
import org.termin.contract.words.Channel;
import org.termin.notifier.channel.Carrier;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outcome.Accepted;
import org.termin.notifier.channel.Outcome.Permanence;
import org.termin.notifier.channel.Outcome.Rejected;
import org.termin.notifier.channel.Outgoing;
import org.termin.notifier.channel.RefusedRoutes;

/** Keeps what would have been sent, in memory, for whoever asked for a recording. */
public final class Recorder {

  /** The oldest are dropped: a recording is for looking, not for keeping. */
  static final int KEPT = 20_000;

  private final Supplier<Instant> now;
  private final RefusedRoutes refused;
  private final Deque<Recorded> inbox = new ArrayDeque<>();

  public Recorder(Supplier<Instant> now, RefusedRoutes refused) {
    this.now = now;
    this.refused = refused;
  }

  /** A message as its receiver would see it. */
  public record Recorded(
      UUID attempt,
      Channel channel,
      String to,
      Instant at,
      List<Told> told,
      @Nullable String subject,
      String text,
      @Nullable String html,
      @Nullable String calendar,
      @Nullable String stopMark) {

    @Override
    public String toString() {
      return "Recorded[" + attempt + "]";
    }
  }

  /** The carrier of one kind of contact; all share this inbox. */
  public Carrier carrier(Channel channel) {
    return new Carrier() {
      @Override
      public Channel channel() {
        return channel;
      }

      @Override
      public Outcome send(Outgoing message) {
        return keep(channel, message);
      }
    };
  }

  public synchronized List<Recorded> inbox() {
    return List.copyOf(inbox);
  }

  public synchronized Optional<Recorded> find(UUID attempt) {
    return inbox.stream().filter(message -> message.attempt().equals(attempt)).findFirst();
  }

  private synchronized Outcome keep(Channel channel, Outgoing message) {
    if (refused.refuses(message.to())) {
      return new Rejected("refused-route", Permanence.CONTACT);
    }
    inbox.addLast(
        new Recorded(
            message.attempt(),
            channel,
            message.to().value(),
            now.get(),
            message.told(),
            message.text().subject(),
            message.text().plain(),
            message.text().html(),
            message.text().calendar(),
            message.marks().stop()));
    if (inbox.size() > KEPT) {
      inbox.removeFirst();
    }
    // nobody can be asked about it later
    return new Accepted(null);
  }
}

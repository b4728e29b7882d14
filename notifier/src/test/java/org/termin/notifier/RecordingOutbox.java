package org.termin.notifier;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.termin.contract.words.Channel;
import org.termin.notifier.verification.AtOnce;
import org.termin.notifier.verification.Outbox;

/** Keeps what would have been sent. */
public final class RecordingOutbox implements Outbox {
  /** One message and the attempt it was written under. */
  public record Sent(UUID attempt, AtOnce message) {}

  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private final Set<Channel> closed = ConcurrentHashMap.newKeySet();

  @Override
  public boolean isOpen(Channel channel) {
    return !closed.contains(channel);
  }

  public void close(Channel channel) {
    closed.add(channel);
  }

  public void open(Channel channel) {
    closed.remove(channel);
  }

  @Override
  public UUID dispatch(AtOnce message) {
    UUID attempt = UUID.randomUUID();
    sent.add(new Sent(attempt, message));
    return attempt;
  }

  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** The latest code that went to a registration's slot. */
  public Sent code(UUID registration, int slot) {
    return sent.stream()
        .filter(
            one ->
                one.message() instanceof AtOnce.Code code
                    && code.person().id().equals(registration)
                    && code.slot() == slot)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  public String digits(UUID registration, int slot) {
    return ((AtOnce.Code) code(registration, slot).message()).digits();
  }

  public void clear() {
    sent.clear();
    closed.clear();
  }
}

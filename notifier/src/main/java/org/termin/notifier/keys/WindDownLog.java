package org.termin.notifier.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the operators agreed on about the end of the service: {@code wind-down.log} in the key
 * folder, one synced line for each event. It stands beside the keys and not in the database,
 * because whoever can write there must not be able to end the service, and a restored backup must
 * not revive it. Cards stand in it as hashes.
 */
public final class WindDownLog {
  /** So many days everybody has, at least, after they were told. */
  public static final int NOTICE_DAYS = 7;

  static final String FILE_NAME = "wind-down.log";

  private final Path folder;
  private final SyncedLines lines;

  public WindDownLog(Path folder) {
    this(folder, null);
  }

  /** The same, copied to the replica of the keys. */
  WindDownLog(Path folder, @Nullable OtherDisk replica) {
    this.folder = folder;
    this.lines = new SyncedLines(folder, replica, FILE_NAME);
  }

  /** What happens to a wind-down, in this order. */
  public enum Event {
    /** An operator's card was made; its hash and its founder's. */
    CARD,
    /** One operator wants to end the service; the card's founder. */
    PROPOSED,
    /** Another one agrees; the last day of the service. */
    AGREED,
    /** Somebody could not be told in time; the new last day. */
    EXTENDED,
    /** It goes on after all. */
    TAKEN_BACK,
    /** From now on the keys go, and nothing starts again. */
    ENDED
  }

  /** Where it stands. */
  public sealed interface Standing {
    /**
     * Nobody wants to end it.
     *
     * @param takenBack the number of the last wind-down that was taken back; 0: there was none
     * @param since when it was
     */
    record Running(int takenBack, Instant since) implements Standing {}

    /** One operator does. */
    record Proposed(int takenBack, String card, Instant at) implements Standing {}

    /**
     * Two have agreed.
     *
     * @param number counted from 1
     * @param until the last day of the service
     */
    record Closing(int number, Instant agreed, LocalDate until) implements Standing {}

    /** It has ended. */
    record Ended(Instant at) implements Standing {}
  }

  /**
   * All of it.
   *
   * @param cards the operators' cards, oldest first
   */
  public record History(List<Card> cards, Standing standing) {
    public History {
      cards = List.copyOf(cards);
    }
  }

  /**
   * An operator's card.
   *
   * @param founder the first card it goes back to: whoever vouches for a card can have kept it, so
   *     both are one operator
   */
  public record Card(String hash, String founder) {
    static Card of(String value) {
      String[] parts = value.split("/", -1);
      return new Card(parts[0], parts[parts.length - 1]);
    }

    /** As it stands in the log. */
    public String line() {
      return hash + "/" + founder;
    }

    @Override
    public String toString() {
      return "Card";
    }
  }

  /** A line to be written. */
  public record Line(Event event, String value) {}

  /** Where it stands; without a file nothing was ever agreed, and none is made. */
  public History read() {
    return Files.exists(folder)
        ? lines.holding(() -> WindDownLines.history(lines.read()))
        : WindDownLines.history(List.of());
  }

  /** Moves the last day so that nobody is told of one that leaves them less. */
  public Standing leaveUntil(LocalDate least, Instant at) {
    return decide(
            at,
            history ->
                history.standing() instanceof Standing.Closing closing
                        && closing.until().isBefore(least)
                    ? new Line(Event.EXTENDED, least.toString())
                    : null)
        .standing();
  }

  /**
   * Decides on what stands, while nobody else can write; null changes nothing, and what is thrown
   * changes nothing either.
   */
  public History decide(Instant at, Function<History, @Nullable Line> decision) {
    return lines.holding(
        () -> {
          Line line = decision.apply(WindDownLines.history(lines.read()));
          if (line != null) {
            lines.append("%s,%s,%s".formatted(at, line.event(), line.value()));
          }
          return WindDownLines.history(lines.read());
        });
  }
}

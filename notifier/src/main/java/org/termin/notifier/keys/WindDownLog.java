package org.termin.notifier.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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

  private static final Standing NEVER = new Standing.Running(0, Instant.EPOCH);

  private final Path folder;
  private final SyncedLines lines;

  public WindDownLog(Path folder) {
    this(folder, null);
  }

  /** The same, copied to the replica of the keys. */
  WindDownLog(Path folder, @Nullable Path replica) {
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
    private static Card of(String value) {
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
    return Files.exists(folder) ? holding(this::history) : new History(List.of(), NEVER);
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
    return holding(
        () -> {
          Line line = decision.apply(history());
          if (line != null) {
            lines.append("%s,%s,%s".formatted(at, line.event(), line.value()));
          }
          return history();
        });
  }

  private History history() throws IOException {
    List<Card> cards = new ArrayList<>();
    Standing standing = NEVER;
    for (String line : lines.read()) {
      String[] parts = line.split(",", -1);
      try {
        // a line torn by a crash was never relied on
        if (parts.length == 3) {
          Event event = Event.valueOf(parts[1]);
          if (event == Event.CARD) {
            cards.add(Card.of(parts[2]));
          } else {
            standing = after(standing, event, Instant.parse(parts[0]), parts[2]);
          }
        }
      } catch (IllegalArgumentException | DateTimeException torn) {
        continue;
      }
    }
    return new History(cards, standing);
  }

  private static Standing after(Standing before, Event event, Instant at, String value) {
    return switch (before) {
      case Standing.Ended ended -> ended;
      case Standing.Closing(int number, Instant agreed, LocalDate _) ->
          switch (event) {
            case EXTENDED -> new Standing.Closing(number, agreed, LocalDate.parse(value));
            case TAKEN_BACK -> new Standing.Running(number, at);
            case ENDED -> new Standing.Ended(at);
            case CARD, PROPOSED, AGREED -> before;
          };
      case Standing.Running(int takenBack, Instant _) -> after(takenBack, before, event, at, value);
      case Standing.Proposed(int takenBack, String _, Instant _) ->
          after(takenBack, before, event, at, value);
    };
  }

  private static Standing after(
      int takenBack, Standing before, Event event, Instant at, String value) {
    return switch (event) {
      case PROPOSED -> new Standing.Proposed(takenBack, value, at);
      case AGREED -> new Standing.Closing(takenBack + 1, at, LocalDate.parse(value));
      case TAKEN_BACK -> new Standing.Running(takenBack, at);
      case CARD, EXTENDED, ENDED -> before;
    };
  }

  private <T> T holding(FolderLock.Work<T> work) {
    try {
      return FolderLock.holding(folder, work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

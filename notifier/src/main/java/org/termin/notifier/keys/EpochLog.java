package org.termin.notifier.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of each key: {@code epochs.log} in the key folder, one synced line for each event,
 * epoch numbers and instants of the real clock only. Whoever rolls the database back does not roll
 * this back with it.
 */
public final class EpochLog {
  static final String FILE_NAME = "epochs.log";

  private final SyncedLines lines;

  public EpochLog(Path folder) {
    this(folder, null);
  }

  /** The same, copied to the replica of the keys. */
  EpochLog(Path folder, @Nullable OtherDisk replica) {
    this.lines = new SyncedLines(folder, replica, FILE_NAME);
  }

  private enum Event {
    MADE,
    EMPTY,
    NEEDED,
    DESTROYED,
    BACKUP
  }

  /**
   * One epoch's life.
   *
   * @param made when its key was made, or first seen
   * @param emptySince since when every count found nothing sealed under it; none: something is
   */
  public record Life(Instant made, @Nullable Instant emptySince, boolean destroyed) {}

  /**
   * All of it.
   *
   * @param backup when the last completed backup began; none was ever reported
   */
  public record History(NavigableMap<Integer, Life> lives, @Nullable Instant backup) {
    public History {
      lives = Collections.unmodifiableNavigableMap(new TreeMap<>(lives));
    }

    /** The epochs whose keys are gone for good. */
    public Set<Integer> destroyed() {
      return lives.entrySet().stream()
          .filter(life -> life.getValue().destroyed())
          .map(Map.Entry::getKey)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** An epoch's key was made, or found without anybody having noted it. */
  public void made(int epoch, Instant at) {
    append(Event.MADE, epoch, at);
  }

  /** A count found nothing sealed under it. */
  public void empty(int epoch, Instant at) {
    append(Event.EMPTY, epoch, at);
  }

  /** A later count found something again. */
  public void needed(int epoch, Instant at) {
    append(Event.NEEDED, epoch, at);
  }

  /** Its key is gone everywhere. */
  public void destroyed(int epoch, Instant at) {
    append(Event.DESTROYED, epoch, at);
  }

  /** A backup that began then was completed. */
  public void backedUp(Instant began) {
    append(Event.BACKUP, 0, began);
  }

  public History read() {
    return lines.holding(this::history);
  }

  private History history() throws IOException {
    NavigableMap<Integer, Life> lives = new TreeMap<>();
    Instant backup = null;
    for (String line : lines.read()) {
      String[] parts = line.split(",", -1);
      // a line torn by a crash was never relied on
      if (parts.length != 3 || !isKnown(parts[1])) {
        continue;
      }
      try {
        Instant at = Instant.parse(parts[0]);
        Event event = Event.valueOf(parts[1]);
        if (event == Event.BACKUP) {
          backup = backup == null || at.isAfter(backup) ? at : backup;
        } else {
          lives.compute(Integer.parseInt(parts[2]), (_, life) -> after(life, event, at));
        }
      } catch (DateTimeParseException | NumberFormatException torn) {
        continue;
      }
    }
    return new History(lives, backup);
  }

  private static boolean isKnown(String event) {
    return Arrays.stream(Event.values()).anyMatch(one -> one.name().equals(event));
  }

  private static Life after(@Nullable Life life, Event event, Instant at) {
    Life before = life == null ? new Life(at, null, false) : life;
    return switch (event) {
      case MADE, BACKUP -> before;
      case EMPTY ->
          before.emptySince() == null ? new Life(before.made(), at, before.destroyed()) : before;
      case NEEDED -> new Life(before.made(), null, before.destroyed());
      case DESTROYED -> new Life(before.made(), before.emptySince(), true);
    };
  }

  private void append(Event event, int epoch, Instant at) {
    lines.holding(
        () -> {
          lines.append("%s,%s,%d".formatted(at, event, epoch));
          return event;
        });
  }
}

package org.termin.notifier.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many records there were, outside the database: {@code books.log}, one synced line for each
 * change, counts only. Whoever rolls the database back, or deletes from it, cannot roll this back.
 */
public final class BookLog {
  private static final int KEPT_DAYS = 90;
  private static final int MOST_LINES = 5_000;

  private final SyncedLines lines;

  public BookLog(Path folder) {
    this.lines = new SyncedLines(folder, "books.log");
  }

  /**
   * The books at one instant.
   *
   * @param activated registrations ever activated
   * @param erased of these, ever erased
   * @param records that stood in the database, or should have after the line before
   * @param missing how many of them had vanished when they were counted
   */
  public record Line(LocalDate day, long activated, long erased, long records, long missing) {
    private String text() {
      return "%s,%d,%d,%d,%d".formatted(day, activated, erased, records, missing);
    }

    private static Optional<Line> of(String text) {
      String[] parts = text.split(",", -1);
      if (parts.length != 5) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Line(
                LocalDate.parse(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4])));
      } catch (DateTimeParseException | NumberFormatException e) {
        // a line torn by a crash was never relied on
        return Optional.empty();
      }
    }
  }

  /** Every line that can be read, oldest first. */
  public List<Line> read() {
    return lines.holding(this::all);
  }

  /** Adds a line and returns when it is on the disk; now and then drops the oldest. */
  public void append(Line line) {
    lines.holding(
        () -> {
          lines.append(line.text());
          List<Line> all = all();
          if (all.size() > MOST_LINES || lines.read().size() > MOST_LINES) {
            shorten(all, line.day().minusDays(KEPT_DAYS));
          }
          return line;
        });
  }

  private void shorten(List<Line> all, LocalDate oldest) throws IOException {
    List<String> kept = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      boolean lastOfDay = at == all.size() - 1 || !all.get(at).day().equals(all.get(at + 1).day());
      Line line = all.get(at);
      if ((lastOfDay || line.missing() > 0) && !line.day().isBefore(oldest)) {
        kept.add(line.text());
      }
    }
    lines.replace(kept);
  }

  private List<Line> all() throws IOException {
    return lines.read().stream().flatMap(text -> Line.of(text).stream()).toList();
  }
}

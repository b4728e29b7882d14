package org.termin.tracker.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document's plan as a picture: where today is, when it may be filed, when it ends. The same
 * dates stand beside it in words; the picture adds only how far apart they are.
 *
 * @param said what the picture shows, for those who do not see it
 */
public record Timeline(List<Band> bands, List<Mark> marks, String said) {
  /** Width of the picture's line, in its own units. */
  static final int WIDTH = 300;

  /** Room beside the line, for marks at its ends. */
  private static final int MARGIN = 10;

  private static final int SHORTEST_DAYS = 60;

  /** A time in which something holds: {@code open} to file, {@code late}, or {@code over}. */
  public record Band(String kind, int from, int width) {}

  /** A day: {@code today}, {@code start}, {@code apply} or {@code last}. */
  public record Mark(String kind, int at) {}

  /** The picture of one document; none where no day is known. */
  static Optional<Timeline> of(PlanCards.Days shown, LocalDate today, String said) {
    LocalDate last = shown.last();
    LocalDate start = shown.start();
    LocalDate apply = shown.apply();
    LocalDate opens = shown.opens();
    LocalDate grace = shown.grace();
    List<LocalDate> days =
        Stream.of(last, start, apply, opens, grace).filter(java.util.Objects::nonNull).toList();
    if (days.isEmpty()) {
      return Optional.empty();
    }
    LocalDate from = earliest(days, today);
    LocalDate to = latest(days, today);
    Scale scale = new Scale(from, Math.max(SHORTEST_DAYS, ChronoUnit.DAYS.between(from, to)));
    List<Band> bands = new ArrayList<>();
    if (opens != null && apply != null) {
      scale.band(bands, "open", opens, apply);
    }
    if (apply != null && grace != null) {
      scale.band(bands, "late", apply, grace);
    }
    if (last != null) {
      scale.band(bands, "over", last, scale.end());
    }
    List<Mark> marks = new ArrayList<>();
    scale.mark(marks, "start", start);
    scale.mark(marks, "apply", apply);
    scale.mark(marks, "last", last);
    scale.mark(marks, "today", today);
    return Optional.of(new Timeline(List.copyOf(bands), List.copyOf(marks), said));
  }

  private static LocalDate earliest(List<LocalDate> days, LocalDate today) {
    LocalDate first = days.stream().min(LocalDate::compareTo).orElse(today);
    // what is long over would squeeze everything that is still to come
    LocalDate remembered = today.minusDays(SHORTEST_DAYS);
    return first.isBefore(today) ? (first.isBefore(remembered) ? remembered : first) : today;
  }

  private static LocalDate latest(List<LocalDate> days, LocalDate today) {
    LocalDate end = days.stream().max(LocalDate::compareTo).orElse(today);
    return end.isBefore(today) ? today : end;
  }

  /** Days in units of the picture. */
  private record Scale(LocalDate from, long days) {
    LocalDate end() {
      // a little more than the last day, so that what comes after it is seen
      return from.plusDays(days + Math.max(1, days / 12));
    }

    int at(LocalDate day) {
      long whole = ChronoUnit.DAYS.between(from, end());
      long into = Math.clamp(ChronoUnit.DAYS.between(from, day), 0, whole);
      return MARGIN + Math.toIntExact(into * WIDTH / whole);
    }

    void band(List<Band> bands, String kind, LocalDate first, LocalDate last) {
      if (last.isAfter(first)) {
        bands.add(new Band(kind, at(first), Math.max(1, at(last) - at(first))));
      }
    }

    void mark(List<Mark> marks, String kind, @Nullable LocalDate day) {
      if (day != null && !day.isBefore(from)) {
        marks.add(new Mark(kind.toLowerCase(Locale.ROOT), at(day)));
      }
    }
  }

  @Override
  public String toString() {
    return "Timeline";
  }
}

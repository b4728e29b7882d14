package org.termin.tracker.wave;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.termin.tracker.wave.Wave.Period;
import org.termin.tracker.web.Say;

/**
 * What a release says otherwise than the one before, and why: a figure was drawn anew, a period is
 * over, or the rules have changed.
 *
 * @param since the day of the release before
 * @param lines figures that were drawn anew and came out otherwise
 * @param rules a sentence, if the rules have changed since; figures never change by them, only what
 *     follows from the figures
 */
public record WaveChanges(String since, List<Line> lines, @Nullable String rules) {

  /** A figure beside what was said before. */
  public record Line(String period, String document, String before, String now) {}

  private record Place(Period period, String document) implements Comparable<Place> {
    static Place of(Wave wave) {
      return new Place(wave.period(), wave.document());
    }

    @Override
    public int compareTo(Place other) {
      int order = period.compareTo(other.period);
      return order == 0 ? document.compareTo(other.document) : order;
    }
  }

  /**
   * Nothing where there is nothing to compare with.
   *
   * @param rulesOf the day the rules of the country are of
   */
  public static @Nullable WaveChanges between(Release release, LocalDate rulesOf, Say say) {
    LocalDate before = release.dayBefore();
    if (before == null) {
      return null;
    }
    boolean ruled = rulesOf.isAfter(before);
    return new WaveChanges(
        say.date(before),
        lines(release, say),
        ruled ? say.text("wave.changes.rules", say.date(rulesOf)) : null);
  }

  private static List<Line> lines(Release release, Say say) {
    Map<Place, Wave> was = byPlace(release.wavesBefore());
    Map<Place, Wave> is = byPlace(release.waves());
    Map<Place, Line> lines = new TreeMap<>();
    was.forEach(
        (place, wave) -> {
          // what has passed is no longer said, and no news
          boolean over = place.period().last().atEndOfMonth().isBefore(release.day());
          if (!over && !is.containsKey(place)) {
            lines.put(place, line(place, wave, null, say));
          }
        });
    is.forEach(
        (place, wave) -> {
          Wave earlier = was.get(place);
          if (earlier == null || earlier.households() != wave.households()) {
            lines.put(place, line(place, earlier, wave, say));
          }
        });
    return new ArrayList<>(lines.values());
  }

  private static Map<Place, Wave> byPlace(List<Wave> waves) {
    return waves.stream().collect(Collectors.toMap(Place::of, Function.identity()));
  }

  private static Line line(Place place, @Nullable Wave before, @Nullable Wave now, Say say) {
    return new Line(
        WaveTable.text(place.period()),
        Documents.name(place.document(), say),
        figure(before, say),
        figure(now, say));
  }

  private static String figure(@Nullable Wave wave, Say say) {
    return wave == null
        ? say.text("wave.cell.few")
        : say.text("wave.cell", Integer.toString(wave.households()));
  }
}

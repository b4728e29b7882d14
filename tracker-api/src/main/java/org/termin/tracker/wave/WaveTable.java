package org.termin.tracker.wave;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.termin.contract.words.DocumentType;
import org.termin.tracker.wave.Wave.Period;
import org.termin.tracker.web.Say;

/**
 * What can be said of one country in words, and on which days it was drawn; everything that hides
 * people has been done to it before.
 */
public record WaveTable(List<Line> lines, List<String> drawn) {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM.uuuu");

  /** A figure in words for each sort of document. */
  public record Line(String period, List<String> figures) {}

  /** The figures of one country. */
  public static WaveTable of(List<Wave> waves, Say say) {
    Map<Period, Map<String, Wave>> periods = new TreeMap<>();
    for (Wave wave : waves) {
      periods.computeIfAbsent(wave.period(), _ -> new TreeMap<>()).put(wave.document(), wave);
    }
    List<Line> lines = new ArrayList<>();
    periods.forEach((period, cells) -> lines.add(line(period, cells, waves, say)));
    return new WaveTable(
        lines, waves.stream().map(Wave::drawn).distinct().sorted().map(say::date).toList());
  }

  private static Line line(Period period, Map<String, Wave> cells, List<Wave> all, Say say) {
    List<String> figures =
        Arrays.stream(DocumentType.values())
            .map(DocumentType::wire)
            .map(
                document -> {
                  Wave wave = cells.get(document);
                  if (wave != null) {
                    return say.text("wave.cell", Integer.toString(wave.households()));
                  }
                  return isSaidElsewhere(document, period, all) ? "–" : say.text("wave.cell.few");
                })
            .toList();
    return new Line(text(period), figures);
  }

  /** Not too few, but said in another line. */
  private static boolean isSaidElsewhere(String document, Period period, List<Wave> all) {
    return all.stream()
        .anyMatch(wave -> wave.document().equals(document) && period.overlaps(wave.period()));
  }

  /** 04.2027, or 04–06.2027: no period reaches into another year. */
  static String text(Period period) {
    return period.months() == 1
        ? text(period.first())
        : "%02d–%s".formatted(period.first().getMonthValue(), text(period.last()));
  }

  static String text(YearMonth month) {
    return MONTH.format(month);
  }
}

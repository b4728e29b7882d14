package org.termin.tracker.wave;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.termin.contract.words.Hurdle;
import org.termin.tracker.web.Say;

/** What can be said of one country's offices in words, and on which day it was drawn. */
public record ReportTable(List<Line> lines, List<String> drawn) {
  private static final Map<String, Hurdle> HURDLES =
      Arrays.stream(Hurdle.values()).collect(Collectors.toMap(Hurdle::wire, one -> one));

  /** What was met, and about how many households met it. */
  public record Line(String met, String households) {}

  static ReportTable of(List<Report> reports, Say say) {
    return new ReportTable(
        reports.stream()
            .map(
                one ->
                    new Line(
                        say.text("hurdle." + hurdle(one)),
                        say.text("wave.cell", Integer.toString(one.households()))))
            .toList(),
        reports.stream().map(Report::drawn).distinct().sorted().map(say::date).toList());
  }

  private static Hurdle hurdle(Report report) {
    return Objects.requireNonNull(HURDLES.get(report.reason()), "a reason");
  }
}

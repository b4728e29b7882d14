package org.termin.tracker.wave;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.termin.contract.words.DocumentType;
import org.termin.tracker.web.Say;

/** The figures of one country as bars, a quarter each; the table beside it says the same. */
final class WaveChart {
  /** Large enough for print; a page shows it at about half its size. */
  static final int WIDTH = 1_344;

  static final int HEIGHT = 640;

  private static final int QUARTERS = 9;
  private static final int MONTHS_OF_A_QUARTER = 3;
  private static final int LETTERS = 23;
  private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uu");

  /** Told apart also in grey and by people who do not see red and green. */
  private static final Color[] COLOURS = {
    new Color(0x0b5d4e), new Color(0xe0a030), new Color(0x7a8fb8)
  };

  private WaveChart() {}

  /**
   * A picture as PNG.
   *
   * @param from the month of the release
   */
  static byte[] png(List<Wave> waves, YearMonth from, Say say) {
    List<YearMonth> quarters =
        IntStream.range(0, QUARTERS)
            .mapToObj(n -> Wave.Period.quarterOf(from).plusMonths((long) n * MONTHS_OF_A_QUARTER))
            .toList();
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .yAxisTitle(say.text("wave.chart.households"))
            .build();
    style(chart);
    for (DocumentType document : DocumentType.values()) {
      chart.addSeries(
          say.text("document." + document),
          quarters.stream().map(WaveChart::label).toList(),
          quarters.stream().map(quarter -> households(waves, document, quarter)).toList());
    }
    try {
      return BitmapEncoder.getBitmapBytes(chart, BitmapFormat.PNG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int households(List<Wave> waves, DocumentType document, YearMonth quarter) {
    return waves.stream()
        .filter(wave -> wave.document().equals(document.wire()))
        .filter(wave -> wave.period().quarter().equals(quarter))
        .mapToInt(Wave::households)
        .sum();
  }

  private static String label(YearMonth quarter) {
    return "%02d–%02d.%s"
        .formatted(
            quarter.getMonthValue(),
            quarter.getMonthValue() + MONTHS_OF_A_QUARTER - 1,
            YEAR.format(quarter));
  }

  private static void style(CategoryChart chart) {
    Font letters = new Font(Font.SANS_SERIF, Font.PLAIN, LETTERS);
    var styler = chart.getStyler();
    styler.setStacked(true);
    styler.setSeriesColors(Arrays.copyOf(COLOURS, COLOURS.length));
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendFont(letters);
    styler.setAxisTickLabelsFont(letters);
    styler.setAxisTitleFont(letters);
    styler.setYAxisDecimalPattern("#,##0");
    styler.setYAxisMin(0.0);
    styler.setAvailableSpaceFill(0.7);
    styler.setLocale(java.util.Locale.ROOT);
  }
}

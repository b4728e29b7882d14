package org.termin.standalone.watched;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.termin.standalone.watched.Dashboard.Panel;
import org.termin.standalone.watched.Dashboard.Question;
import tools.jackson.databind.JsonNode;

/** Draws the dashboard's own questions and their answers, in its own places; it is not Grafana. */
final class Drawing {
  private static final int COLUMN = 60;
  private static final int ROW = 34;
  private static final int GAP = 8;
  private static final int POINTS = 200;

  private final Prometheus prometheus;
  private final long from;
  private final long to;
  private final List<String> empty = new ArrayList<>();

  Drawing(Prometheus prometheus, long from, long to) {
    this.prometheus = prometheus;
    this.from = from;
    this.to = to;
  }

  /** Panels that had nothing to show. */
  List<String> empty() {
    return List.copyOf(empty);
  }

  void to(Path file) {
    Dashboard dashboard = Dashboard.shipped();
    int rows =
        dashboard.panels().stream()
            .mapToInt(panel -> panel.place().y() + panel.place().height())
            .max()
            .orElseThrow();
    BufferedImage image =
        new BufferedImage(24 * COLUMN + GAP, rows * ROW + GAP, BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = image.createGraphics();
    paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    paper.setColor(new Color(0xF4F5F5));
    paper.fillRect(0, 0, image.getWidth(), image.getHeight());
    dashboard.panels().forEach(panel -> draw(paper, panel));
    paper.dispose();
    try {
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw(Graphics2D paper, Panel panel) {
    int x = panel.place().x() * COLUMN + GAP;
    int y = panel.place().y() * ROW + GAP;
    int width = panel.place().width() * COLUMN - GAP;
    int height = panel.place().height() * ROW - GAP;
    paper.setColor(Color.WHITE);
    paper.fillRect(x, y, width, height);
    paper.setColor(new Color(0xD8D9DA));
    paper.setStroke(new BasicStroke(1));
    paper.drawRect(x, y, width, height);
    Graphics2D inside = (Graphics2D) paper.create(x, y, width, height);
    if (panel.kind().equals("timeseries")) {
      chart(inside, panel, width, height);
    } else {
      figures(inside, panel, width, height);
    }
    inside.dispose();
  }

  private void chart(Graphics2D inside, Panel panel, int width, int height) {
    XYChart chart = new XYChartBuilder().width(width).height(height).title(panel.title()).build();
    chart
        .getStyler()
        .setLegendPosition(LegendPosition.OutsideS)
        .setLegendLayout(LegendLayout.Horizontal)
        .setLegendBorderColor(Color.WHITE)
        .setChartBackgroundColor(Color.WHITE)
        .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
    chart.getStyler().setPlotBorderVisible(false);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setXAxisDecimalPattern("0").setYAxisDecimalPattern("#,##0.##");
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Line);
    boolean any = false;
    int step = (int) Math.max(5, (to - from) / POINTS);
    for (Question question : panel.questions()) {
      for (JsonNode series : prometheus.range(question.expression(), from, to, step)) {
        any = true;
        List<Double> minutes = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (JsonNode point : series.path("values")) {
          minutes.add((point.get(0).asDouble() - from) / 60);
          values.add(Double.parseDouble(point.get(1).asString()));
        }
        String name = question.name(series);
        chart
            .addSeries(name.isBlank() || name.contains("{{") ? "none" : name, minutes, values)
            .setMarker(SeriesMarkers.NONE);
      }
    }
    if (any) {
      chart.paint(inside, width, height);
    } else {
      empty.add(panel.title());
    }
  }

  private void figures(Graphics2D inside, Panel panel, int width, int height) {
    List<String> lines = new ArrayList<>();
    for (Question question : panel.questions()) {
      for (JsonNode series : prometheus.query(question.expression())) {
        double value = Double.parseDouble(series.path("value").get(1).asString());
        lines.add((words(value, panel.unit()) + " " + question.name(series)).strip());
      }
    }
    if (lines.isEmpty()) {
      empty.add(panel.title());
      lines.add(panel.noValue());
    }
    inside.setColor(Color.BLACK);
    inside.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
    inside.drawString(panel.title(), GAP, 18);
    int size = lines.size() == 1 ? 30 : 17;
    inside.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
    int at = 26 + size + (height - 26 - size * 4 / 3 * lines.size()) / 2;
    for (String line : lines) {
      int wide = inside.getFontMetrics().stringWidth(line);
      inside.drawString(line, (width - wide) / 2, at);
      at += size * 4 / 3;
    }
  }

  private static String words(double value, String unit) {
    return switch (unit) {
      case "s" -> "%.0f s".formatted(value);
      case "percentunit" -> String.format(Locale.ROOT, "%.0f %%", value * 100);
      default -> "%,.0f".formatted(value);
    };
  }
}

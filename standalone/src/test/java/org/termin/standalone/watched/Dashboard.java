package org.termin.standalone.watched;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.termin.testkit.Figures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard that ships, as far as a reader of its file can know it. */
record Dashboard(List<Panel> panels) {
  private static final Path FILE =
      Figures.project().resolve("docker/grafana/dashboards/termin.json");

  /** Where a panel stands, in Grafana's grid of 24 columns. */
  record Place(int x, int y, int width, int height) {}

  /** One question to Prometheus, and how its answers are called. */
  record Question(String expression, String legend) {
    String name(JsonNode series) {
      String name = legend;
      for (var label : series.path("metric").properties()) {
        name = name.replace("{{" + label.getKey() + "}}", label.getValue().asString());
      }
      return name;
    }
  }

  record Panel(
      String kind,
      String title,
      String unit,
      String noValue,
      Place place,
      List<Question> questions) {}

  static Dashboard shipped() {
    try {
      JsonNode file = JsonMapper.builder().build().readTree(Files.readAllBytes(FILE));
      List<Panel> panels = new ArrayList<>();
      file.path("panels").forEach(panel -> panels.add(panel(panel)));
      return new Dashboard(panels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Panel panel(JsonNode panel) {
    JsonNode at = panel.path("gridPos");
    JsonNode defaults = panel.path("fieldConfig").path("defaults");
    List<Question> questions = new ArrayList<>();
    panel
        .path("targets")
        .forEach(
            target ->
                questions.add(
                    new Question(
                        target.path("expr").asString(), target.path("legendFormat").asString())));
    return new Panel(
        panel.path("type").asString(),
        panel.path("title").asString(),
        defaults.path("unit").asString(),
        defaults.path("noValue").asString("unknown"),
        new Place(
            at.path("x").asInt(), at.path("y").asInt(), at.path("w").asInt(), at.path("h").asInt()),
        questions);
  }
}

package org.termin.standalone.status;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The notifier's figures by name and tags, as {@code GET /actuator/standing} gives them. */
record Sheet(Map<String, Double> figures, Map<String, String> alarms) {

  static Sheet of(JsonNode answer) {
    Map<String, Double> figures = new TreeMap<>();
    for (JsonNode one : answer.path("figures")) {
      Map<String, String> tags = new TreeMap<>();
      one.path("tags")
          .properties()
          .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asString()));
      figures.put(one.path("name").asString() + tags, one.path("value").asDouble());
    }
    Map<String, String> alarms = new TreeMap<>();
    answer
        .path("alarms")
        .properties()
        .forEach(one -> alarms.put(one.getKey(), one.getValue().asString()));
    return new Sheet(figures, alarms);
  }

  /**
   * One figure, if it is known.
   *
   * @param tags pairs such as {@code state=due}
   */
  OptionalDouble figure(String name, String... tags) {
    Double value =
        figures.get(
            name
                + Arrays.stream(tags)
                    .map(tag -> tag.split("=", 2))
                    .collect(
                        Collectors.toMap(
                            pair -> pair[0], pair -> pair[1], (one, _) -> one, TreeMap::new)));
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** The sum of a day's messages of these kinds and states; nothing was sent: nought. */
  long today(String channel, List<String> kinds, List<String> states) {
    return Math.round(
        kinds.stream()
            .flatMap(kind -> states.stream().map(state -> message(channel, kind, state)))
            .mapToDouble(Double::doubleValue)
            .sum());
  }

  private double message(String channel, String kind, String state) {
    return figure("termin.messages.today", "channel=" + channel, "kind=" + kind, "state=" + state)
        .orElse(0);
  }

  /** How often each rule of the gate has put a message off, without those that never have. */
  Stream<Map.Entry<String, Double>> putOff() {
    String begin = "termin.gate{rule=";
    String end = ", verdict=defer}";
    return figures.entrySet().stream()
        .filter(one -> one.getKey().startsWith(begin) && one.getKey().endsWith(end))
        .filter(one -> one.getValue() > 0)
        .map(
            one ->
                Map.entry(
                    one.getKey().substring(begin.length(), one.getKey().length() - end.length()),
                    one.getValue()));
  }
}

package org.termin.testkit.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** One JSON file for each figure; a repeated experiment replaces its own. */
public record FigureFiles(Path folder) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public static FigureFiles in(Path folder) {
    return new FigureFiles(folder);
  }

  public void write(Figure figure) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve(name(figure)),
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(figure) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All figures, by the number of the requirement and then by title. */
  public List<Figure> read() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(file -> JSON.readValue(file, Figure.class))
          .sorted(
              Comparator.comparingInt((Figure one) -> number(one.requirement()))
                  .thenComparing(Figure::requirement)
                  .thenComparing(Figure::title))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Figure figure) {
    return "%s %s"
            .formatted(figure.requirement(), figure.title())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
        + ".json";
  }

  /** R2 stands before R10, and what has no number at the end. */
  private static int number(String requirement) {
    return requirement.matches("R\\d+")
        ? Integer.parseInt(requirement.substring(1))
        : Integer.MAX_VALUE;
  }
}

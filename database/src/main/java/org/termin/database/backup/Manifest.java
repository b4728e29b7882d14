package org.termin.database.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a backup says of itself, as lines of text that anybody can read.
 *
 * @param schema the version of the schema that its tables have
 * @param began the database's instant that it shows
 * @param tables rows and SHA-256 of each table's entry, by its name with the schema
 */
record Manifest(int schema, Instant began, Map<String, Entry> tables) {
  static final String NAME = "manifest.txt";
  private static final String FORM = "termin-backup 1";

  /** One table's entry. */
  record Entry(long rows, String sha256) {}

  Manifest {
    tables = new LinkedHashMap<>(tables);
  }

  String text() {
    StringBuilder text = new StringBuilder(FORM + "\nschema " + schema + "\nbegan " + began + "\n");
    tables.forEach(
        (name, entry) ->
            text.append("table %s %d %s%n".formatted(name, entry.rows(), entry.sha256())));
    return text.toString();
  }

  /** Throws {@link IllegalArgumentException} if it is no manifest of a form we know. */
  static Manifest of(String text) {
    int schema = 0;
    Instant began = null;
    Map<String, Entry> tables = new LinkedHashMap<>();
    String[] lines = text.split("\n", -1);
    if (!lines[0].equals(FORM)) {
      throw new IllegalArgumentException("another form");
    }
    try {
      for (String line : lines) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
          case "schema" -> schema = Integer.parseInt(words[1]);
          case "began" -> began = Instant.parse(words[1]);
          case "table" -> tables.put(words[1], new Entry(Long.parseLong(words[2]), words[3]));
          default -> {
            // the first line, and the empty one at the end
          }
        }
      }
    } catch (NumberFormatException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("a damaged manifest", e);
    }
    if (schema < 1 || began == null || tables.isEmpty()) {
      throw new IllegalArgumentException("a manifest without its lines");
    }
    return new Manifest(schema, began, tables);
  }

  long rows() {
    return tables.values().stream().mapToLong(Entry::rows).sum();
  }
}

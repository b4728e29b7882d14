package org.termin.standalone.hunt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for canaries place by place and keeps count. */
final class Hunter {
  private final ByteMatcher matcher;
  private final Map<String, Bag> places = new LinkedHashMap<>();

  Hunter(Collection<Canary> canaries) {
    List<Pattern> all = canaries.stream().flatMap(one -> one.patterns().stream()).toList();
    this.matcher = new ByteMatcher(all);
  }

  /** What was looked through in one place, and what was found there. */
  private static final class Bag {
    private long files;
    private long bytes;
    private final Set<String> hits = new LinkedHashSet<>();
  }

  int patterns() {
    return matcher.size();
  }

  /** Names a place that is looked through even if nothing lies there. */
  void place(String place) {
    places.computeIfAbsent(place, _ -> new Bag());
  }

  /** Every file below; those whose names end so are text. */
  void folder(String place, Path folder, String... text) {
    place(place);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean isText = Stream.of(text).anyMatch(file.toString()::endsWith);
        file(place, folder.relativize(file).toString(), file, isText);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void file(String place, String name, Path file, boolean text) {
    try (InputStream in = Files.newInputStream(file)) {
      stream(place, name, in, text);
    } catch (NoSuchFileException gone) {
      // nothing is left there
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void text(String place, String name, String text) {
    bytes(place, name, text.getBytes(StandardCharsets.UTF_8), true);
  }

  void bytes(String place, String name, byte[] bytes, boolean text) {
    try {
      stream(place, name, new ByteArrayInputStream(bytes), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stream(String place, String name, InputStream in, boolean text) throws IOException {
    Bag bag = places.computeIfAbsent(place, _ -> new Bag());
    bag.files++;
    bag.bytes += matcher.search(in, text, found -> bag.hits.add(name + ": " + found));
    String path = name;
    // a name can tell as much as a file
    matcher.search(
        new ByteArrayInputStream(path.getBytes(StandardCharsets.UTF_8)),
        true,
        found -> bag.hits.add("a file's name: " + found));
  }

  /** Where what was found; never the values. */
  List<String> hits() {
    return places.entrySet().stream()
        .flatMap(place -> place.getValue().hits.stream().map(hit -> place.getKey() + ": " + hit))
        .toList();
  }

  long bytes() {
    return places.values().stream().mapToLong(bag -> bag.bytes).sum();
  }

  /** Place, files, bytes, hits. */
  String table() {
    StringBuilder table =
        new StringBuilder("| place | files | kB | hits |%n|---|--:|--:|--:|%n".formatted());
    places.forEach(
        (place, bag) ->
            table.append(
                "| %s | %d | %,d | %d |%n"
                    .formatted(place, bag.files, (bag.bytes + 1023) / 1024, bag.hits.size())));
    return table.toString();
  }
}

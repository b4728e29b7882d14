package org.termin.standalone.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.testkit.Figures;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Looks at the jars as they were packaged. */
class ShippedIT {
  private static final Path PROJECT = Figures.project();
  private static final List<String> PROGRAMS =
      List.of("database", "notifier", "scheduler", "standalone", "tracker-api");
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  @Test
  void everyModulesJarListsWhatItIsMadeOf() throws IOException {
    String parent = Files.readString(PROJECT.resolve("pom.xml"));
    List<String> modules = MODULE.matcher(parent).results().map(one -> one.group(1)).toList();

    assertThat(modules).containsAll(PROGRAMS);
    for (String module : modules) {
      assertThat(Program.read(PROJECT, module).bill()).as(module).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"database", "notifier", "scheduler", "standalone", "tracker-api"})
  void whatAProgramCarriesIsListedWithItsHash(String module) {
    Program program = Program.read(PROJECT, module);
    var listed = new TreeMap<String, String>();
    program.bill().forEach(library -> listed.put(library.file(), library.sha256()));
    listed.keySet().retainAll(program.jars().keySet());

    assertThat(program.jars()).hasSizeGreaterThan(5);
    assertThat(listed).containsExactlyInAnyOrderEntriesOf(program.jars());
  }

  @Test
  void nothingShipsUnderALicenceThatIsNotAllowed() {
    List<Library> libraries =
        programs().stream()
            .flatMap(program -> program.libraries().stream())
            .filter(library -> !library.isOurs())
            .distinct()
            .toList();
    assertThat(libraries).hasSizeGreaterThan(100);
    assertThat(licences().complaints(libraries)).as("see build/licences.yaml").isEmpty();
  }

  @Test
  void thePageOfLicencesIsTrue() throws IOException {
    String page = LicencePage.text(programs(), licences());
    Path draft = Files.writeString(PROJECT.resolve("standalone/target/licences.md"), page);

    assertThat(PROJECT.resolve("docs/licences.md"))
        .as("cp %s docs/", PROJECT.relativize(draft))
        .content()
        .isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"notifier", "scheduler", "tracker-api"})
  void noServiceTellsItsListOverHttp(String module) throws IOException {
    try (JarFile jar = new JarFile(Program.path(PROJECT, module).toFile());
        InputStream settings =
            jar.getInputStream(jar.getEntry("BOOT-INF/classes/application.yml"))) {
      assertThat(exposed(new YAMLMapper().readTree(settings)))
          .contains("health")
          .doesNotContain("sbom", "*");
    }
  }

  /** YAML lets one setting be written at any depth: {@code endpoints.web.exposure.include: …}. */
  private static Set<String> exposed(JsonNode settings) {
    return lines("", settings).stream()
        .filter(line -> line.startsWith(".management.endpoints.web.exposure.include="))
        .flatMap(line -> Arrays.stream(line.substring(line.indexOf('=') + 1).split(",")))
        .map(String::strip)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> lines(String name, JsonNode node) {
    if (!node.isObject()) {
      return List.of(name + "=" + node.asString(""));
    }
    return node.properties().stream()
        .flatMap(one -> lines(name + "." + one.getKey(), one.getValue()).stream())
        .toList();
  }

  private static List<Program> programs() {
    return PROGRAMS.stream().map(module -> Program.read(PROJECT, module)).toList();
  }

  private static Licences licences() {
    return Licences.in(PROJECT.resolve("build/licences.yaml"));
  }
}

package org.termin.standalone.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.testkit.Figures;

/** The units and what they start, as {@code systemd/install.sh} puts them on a machine. */
class UnitsIT {
  private static final Path UNITS = Figures.project().resolve("systemd");
  private static final String JAVA = System.getProperty("java.home") + "/bin/java";
  private static final Pattern EXPOSURE = Pattern.compile("exposure level.*?: ([0-9.]+)");

  @TempDir Path root;

  private record Said(int status, String text) {}

  @ParameterizedTest
  @ValueSource(strings = {"migrate", "notifier", "scheduler", "tracker-api"})
  void systemdUnderstandsEachUnitAndFindsItWellShutIn(String name) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "no systemd-analyze here");
    String unit = UNITS.resolve("termin-" + name + ".service").toString();
    Said verified = run(root, "systemd-analyze", "verify", "--man=no", unit);
    assertThat(verified.text().lines().filter(line -> line.contains("termin-" + name)))
        .as(verified.text())
        .isEmpty();
    Said judged = run(root, "systemd-analyze", "security", "--offline=yes", unit);
    Matcher exposure = EXPOSURE.matcher(judged.text());
    assertThat(exposure.find()).as(judged.text()).isTrue();
    assertThat(Double.parseDouble(exposure.group(1))).isLessThan(2.0);
  }

  @Test
  void whatIsInstalledStartsAndSaysInOneSentenceWhatItLacks() throws Exception {
    Said installed = run(root, UNITS.resolve("install.sh").toString(), root.toString());
    assertThat(installed.status()).as(installed.text()).isZero();
    for (String module : List.of("notifier", "scheduler", "tracker-api")) {
      Path folder = root.resolve("opt/termin").resolve(module);
      assertThat(folder.resolve("app.aot")).isNotEmptyFile();
      Said tried = run(folder, started(module));
      assertThat(tried.status()).as(tried.text()).isEqualTo(1);
      assertThat(tried.text())
          .containsPattern("TERMIN_DB_URL|SPRING_DATASOURCE_URL")
          .doesNotContain("[aot]", "\tat ");
    }
    try (Stream<Path> units = Files.list(root.resolve("etc/systemd/system"))) {
      assertThat(units).hasSize(4);
    }
  }

  /** What the unit of that service starts, with this Java. */
  private static String[] started(String module) throws IOException {
    return Files.readString(UNITS.resolve("termin-" + module + ".service"))
        .lines()
        .filter(line -> line.startsWith("ExecStart="))
        .map(line -> line.replace("ExecStart=/usr/bin/env java", JAVA).split(" "))
        .findFirst()
        .orElseThrow();
  }

  /** With this Java first on the path, and nothing at the address of the database. */
  private Said run(Path folder, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .put("PATH", System.getProperty("java.home") + "/bin:" + System.getenv("PATH"));
    builder.environment().put("TERMIN_DB_URL", "jdbc:postgresql://127.0.0.1:1/none");
    builder.environment().put("TERMIN_KEYS_DIR", root.resolve("keys").toString());
    builder.environment().put("TERMIN_PUBLIC_KEYS_DIR", root.resolve("public").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }
}

package org.termin.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.testkit.TestStore;

/** Two nodes as processes of their own: Quartz keeps its nodes in one place per JVM. */
class TwoSchedulersTest {
  private static final Duration GENEROUS = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void twoNodesStartTogetherShareAWaveAndOneOutlivesTheOther() throws IOException {
    var store = TestStore.fresh();
    var rows = new Rows(store);
    var nodes = List.of(start(store, "one"), start(store, "two"));
    try (var heard = new Heard()) {
      await().atMost(GENEROUS).until(() -> started("one") && started("two"));
      assertThat(nodes).allMatch(Process::isAlive);

      rows.add(400, "PLANNED", 1, "-1 minute");
      await().atMost(GENEROUS).until(() -> rows.count("QUEUED") == 400);
      await().atMost(GENEROUS).until(() -> heard.ids().size() >= 400);
      assertThat(heard.ids())
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(rows.ids());
      rows.claim();

      nodes.getFirst().destroyForcibly();
      rows.add(100, "PLANNED", 0, "-1 minute");
      await().atMost(GENEROUS).until(() -> rows.count("QUEUED") == 100);
      await().atMost(GENEROUS).until(() -> heard.ids().containsAll(rows.ids()));
    } finally {
      nodes.forEach(Process::destroyForcibly);
    }
  }

  private Process start(TestStore store, String name) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx160m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            SchedulerApplication.class.getName()));
    command.addAll(Running.arguments(store, "--termin.scan.every=500ms"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name).toFile())
        .start();
  }

  private boolean started(String name) throws IOException {
    return Files.readString(folder.resolve(name)).contains("Started SchedulerApplication");
  }
}

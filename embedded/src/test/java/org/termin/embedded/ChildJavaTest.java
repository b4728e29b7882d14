package org.termin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service has in its memory gets into no file, and no other program is given it. */
class ChildJavaTest {
  @TempDir Path folder;
  private Process child;
  private BufferedReader said;

  /** Stands for a service: says that it runs and its limit of core dumps, then waits. */
  static final class Service {
    private Service() {}

    public static void main(String[] arguments) throws IOException {
      Files.readAllLines(Path.of("/proc/self/limits")).stream()
          .filter(line -> line.startsWith("Max core file size"))
          .forEach(System.out::println);
      System.in.read();
    }
  }

  @BeforeEach
  void start() throws IOException {
    child =
        new ProcessBuilder(ChildJava.main(Service.class, List.of("-Xmx32m"), List.of()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    said = child.inputReader();
  }

  @AfterEach
  void stop() {
    child.destroyForcibly();
  }

  @Test
  void leavesNoCoreDump() throws Exception {
    assertThat(said.readLine()).matches("Max core file size +0 +0 +bytes *");
  }

  @Test
  void isNotAttachedTo() throws Exception {
    assertThat(said.readLine()).isNotNull();
    assertThatThrownBy(() -> VirtualMachine.attach(Long.toString(child.pid())))
        .isInstanceOfAny(AttachNotSupportedException.class, IOException.class);
    assertThat(child.isAlive()).isTrue();
  }

  @Test
  void leavesNoReportOfACrash() throws Exception {
    assertThat(said.readLine()).isNotNull();
    new ProcessBuilder("kill", "-SEGV", Long.toString(child.pid())).start().waitFor();
    assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(said.lines()).noneMatch(line -> line.contains("fatal error"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notifier/Dockerfile",
        "tracker-api/Dockerfile",
        "scheduler/Dockerfile",
        "termin",
        "systemd/termin-notifier.service",
        "systemd/termin-scheduler.service",
        "systemd/termin-tracker-api.service"
      })
  void isStartedSoInEveryOtherWayToo(String file) throws IOException {
    assertThat(Files.readString(Path.of("..", file))).contains(ChildJava.KEEPS_ITS_MEMORY);
  }
}

package org.termin.standalone.supervise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.termin.embedded.CannotStart;
import org.termin.embedded.ChildJava;
import org.termin.embedded.EmbeddedStore;

/**
 * Runs this release's notifier once, to say what its rules would change for the people in a data
 * folder: beside a Termin that runs there, or with PostgreSQL alone. Nothing is written or sent.
 */
public final class RulesRehearsal {
  private final Settings settings;
  private final Passwords passwords;

  /** Settings say where the data and the keys lie. */
  public RulesRehearsal(Settings settings) {
    this.settings = settings;
    this.passwords = new Passwords(settings.folders().passwords());
  }

  /** Hands on what the notifier prints; answers how it ended, 0 for well. */
  public int run(Consumer<String> line) {
    Folders folders = settings.folders();
    if (Files.notExists(folders.postgres())) {
      throw new CannotStart(
          "There is nobody in %s yet: choose the data folder with --data."
              .formatted(folders.data()));
    }
    Optional<String> running = EmbeddedStore.urlOfRunning(folders.postgres());
    if (running.isPresent()) {
      return ask(running.get(), line);
    }
    try (EmbeddedStore store = EmbeddedStore.start(folders.postgres(), folders.passwords())) {
      return ask(store.url(), line);
    }
  }

  private int ask(String store, Consumer<String> line) {
    // Kafka is not asked for anything
    Map<String, String> environment =
        new Environment(settings, store, Settings.LOOPBACK + ":1", passwords).notifier(0);
    Launch usual =
        new Launch(
            ChildJava.jar(Jars.of("notifier"), List.of("-Xmx288m", "-XX:+UseSerialGC")),
            environment);
    Launch launch = settings.launching().of("notifier", usual);
    List<String> command = new ArrayList<>(launch.command());
    command.add("rehearse");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      try (BufferedReader said = process.inputReader()) {
        said.lines().forEach(line);
      }
      return process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}

package org.termin.standalone.supervise;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.termin.embedded.CannotStart;
import org.termin.embedded.ChildJava;

/** The services of one Termin, each in a process of its own, in the order of their start. */
final class Services {
  private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Settings settings;
  private final Progress progress;
  private final List<Part> parts = new ArrayList<>();

  Services(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** Starts as many of each as are wanted, with that environment. */
  void start(Environment environment) {
    PortPlan ports = new PortPlan(settings.port());
    for (int n = 1; n <= settings.notifiers(); n++) {
      int port = ports.notifier(n);
      add(numbered("notifier", n), "notifier", 288, environment.notifier(port), port);
    }
    for (int n = 1; n <= settings.schedulers(); n++) {
      int port = ports.scheduler(n);
      add(numbered("scheduler", n), "scheduler", 144, environment.scheduler(port), port);
    }
    int door = ports.door();
    add("tracker-api", "tracker-api", 224, environment.tracker(settings.port(), door), door);
    // the first notifier makes the first key, without which no door opens
    startAndAwait(parts.subList(0, 1));
    startAndAwait(parts.subList(1, parts.size()));
  }

  private static String numbered(String module, int n) {
    return n == 1 ? module : module + "-" + n;
  }

  private void add(
      String name, String module, int heap, Map<String, String> environment, int port) {
    List<String> options = new ArrayList<>(SMALL);
    options.addFirst("-Xmx" + heap + "m");
    Launch usual = new Launch(ChildJava.jar(Jars.of(module), options), environment);
    URI management = URI.create("http://" + Settings.LOOPBACK + ":" + port);
    parts.add(
        new Part(name, () -> settings.launching().of(name, usual), settings.folders(), management));
  }

  void startAndAwait(List<Part> some) {
    some.forEach(Part::start);
    List<CompletableFuture<Void>> waits = some.stream().map(this::awaited).toList();
    try {
      waits.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof CannotStart sentence ? sentence : e;
    }
  }

  private CompletableFuture<Void> awaited(Part part) {
    return CompletableFuture.runAsync(
        () -> {
          part.awaitReady(settings.patience());
          progress.says(part.name() + " is ready");
        },
        task -> Thread.ofPlatform().name("await-" + part.name()).start(task));
  }

  List<Part> all() {
    return parts;
  }

  Part named(String name) {
    return parts.stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("there is no part " + name));
  }

  void stop() {
    parts.reversed().forEach(Part::stop);
  }
}

package org.termin.standalone.supervise;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.termin.database.Role;
import org.termin.embedded.CannotStart;
import org.termin.embedded.ChildJava;
import org.termin.embedded.EmbeddedStore;
import org.termin.embedded.FolderLock;

/**
 * One whole Termin of processes on this machine. It starts PostgreSQL, Kafka and the services in
 * order, and stops them in reverse; tests kill and restart single parts.
 */
public final class Supervisor implements AutoCloseable {
  /** The name of PostgreSQL among the parts. */
  public static final String POSTGRES = "postgres";

  /** The name of Kafka among the parts. */
  public static final String KAFKA = "kafka";

  private final Settings settings;
  private final FolderLock lock;
  private final Passwords passwords;
  private final Engines engines;
  private final Progress progress;
  private final List<Part> parts = new ArrayList<>();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Watch watch;

  private Supervisor(Settings settings, FolderLock lock, Progress progress) {
    this.settings = settings;
    this.lock = lock;
    this.progress = progress;
    this.passwords = new Passwords(settings.folders().passwords());
    this.engines = new Engines(settings, passwords);
    this.watch = new Watch(this, progress);
  }

  /** Starts everything and returns when the door is ready. */
  public static Supervisor start(Settings settings) {
    return start(settings, Progress.SILENT);
  }

  /** As above, and says how it goes. */
  public static Supervisor start(Settings wanted, Progress progress) {
    Folders folders = wanted.folders();
    FolderLock lock = FolderLock.take(folders.data(), folders.lock());
    Supervisor supervisor = null;
    try {
      PidFile.endLeftovers(folders.run());
      PortPlan.demandFree(wanted);
      Part.prepare(folders);
      supervisor = new Supervisor(PortPlan.choose(wanted), lock, progress);
      supervisor.startAll();
      return supervisor;
    } catch (RuntimeException | Error e) {
      if (supervisor == null) {
        lock.close();
      } else {
        supervisor.close();
      }
      throw e;
    }
  }

  private void startAll() {
    Environment environment = new Environment(settings, "", "", passwords);
    new Refusals(settings).check(environment.given());
    engines.start(progress);
    addParts();
    // the first notifier makes the first key, without which no door opens
    startAndAwait(parts.subList(0, 1));
    startAndAwait(parts.subList(1, parts.size()));
    if (settings.restarting()) {
      watch.start();
    }
  }

  private void addParts() {
    PortPlan ports = new PortPlan(settings.port());
    Environment environment = new Environment(settings, storeUrl(), bus(), passwords);
    for (int n = 1; n <= settings.notifiers(); n++) {
      int port = ports.notifier(n);
      add(numbered("notifier", n), "notifier", 288, environment.notifier(port), port);
    }
    for (int n = 1; n <= settings.schedulers(); n++) {
      int port = ports.scheduler(n);
      add(numbered("scheduler", n), "scheduler", 144, environment.scheduler(port), port);
    }
    int management = ports.door();
    add(
        "tracker-api",
        "tracker-api",
        224,
        environment.tracker(settings.port(), management),
        management);
  }

  private static String numbered(String module, int n) {
    return n == 1 ? module : module + "-" + n;
  }

  private void add(
      String name, String module, int heap, java.util.Map<String, String> environment, int port) {
    List<String> command =
        ChildJava.jar(
            Jars.of(module),
            List.of("-Xmx" + heap + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    URI management = URI.create("http://" + Settings.LOOPBACK + ":" + port);
    parts.add(new Part(name, command, environment, settings.folders(), management));
  }

  private void startAndAwait(List<Part> some) {
    some.forEach(Part::start);
    List<CompletableFuture<Void>> waits =
        some.stream()
            .map(
                part ->
                    CompletableFuture.runAsync(
                        () -> {
                          part.awaitReady(settings.patience());
                          progress.says(part.name() + " is ready");
                        },
                        task -> Thread.ofPlatform().name("await-" + part.name()).start(task)))
            .toList();
    try {
      waits.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof CannotStart sentence ? sentence : e;
    }
  }

  /** Kills one part without notice, as {@code kill -9} does; it stays down until restarted. */
  public void kill(String name) {
    switch (name) {
      case POSTGRES -> engines.store().kill();
      case KAFKA -> engines.bus().kill();
      default -> part(name).kill();
    }
  }

  /** Freezes a service, as {@code SIGSTOP} does, until it is resumed. */
  public void freeze(String name) {
    part(name).process().ifPresent(process -> Signals.send(process.pid(), "STOP"));
  }

  /** Lets a frozen service go on. */
  public void resume(String name) {
    part(name).process().ifPresent(process -> Signals.send(process.pid(), "CONT"));
  }

  /** Starts a part again that was killed or stopped, and waits until it is ready. */
  public void restart(String name) {
    switch (name) {
      case POSTGRES -> engines.startStore();
      case KAFKA -> engines.startBus();
      default -> startAndAwait(List.of(part(name)));
    }
  }

  /** Ends one service politely; it stays down until restarted. */
  public void stop(String name) {
    part(name).stop();
  }

  /** The services' names, in the order of their start. */
  public List<String> services() {
    return parts.stream().map(Part::name).toList();
  }

  List<Part> parts() {
    return parts;
  }

  Engines engines() {
    return engines;
  }

  boolean stopping() {
    return stopping.get();
  }

  private Part part(String name) {
    return parts.stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("there is no part " + name));
  }

  /** Address of the door. */
  public URI door() {
    return URI.create("http://%s:%d".formatted(Settings.LOOPBACK, settings.port()));
  }

  /** Address of a service's management pages, on the loopback address. */
  public URI management(String name) {
    return part(name).management();
  }

  /** Process id of a service, PostgreSQL or Kafka. */
  public long pid(String name) {
    return switch (name) {
      case POSTGRES -> engines.store().pid();
      case KAFKA -> engines.bus().pid();
      default -> part(name).process().orElseThrow().pid();
    };
  }

  /** JDBC address of the store, without user and password. */
  public String storeUrl() {
    return engines.store().url();
  }

  /** The password of a role. */
  public String password(Role role) {
    return passwords.of(role);
  }

  /** The superuser's password; the user is {@link EmbeddedStore#ADMIN}. */
  public String adminPassword() {
    return engines.store().password();
  }

  /** Bootstrap servers of the bus. */
  public String bus() {
    return engines.bus().bootstrapServers();
  }

  /** The secret in the path of provider callbacks. */
  public String callbackSecret() {
    return org.termin.embedded.PasswordFile.readOrMake(passwords.callbackSecret());
  }

  /** What was started. */
  public Settings settings() {
    return settings;
  }

  /** Stops everything in reverse order; safe to repeat. */
  @Override
  public void close() {
    if (!stopping.compareAndSet(false, true)) {
      return;
    }
    watch.stop();
    parts.reversed().forEach(Part::stop);
    engines.stop();
    lock.close();
  }
}

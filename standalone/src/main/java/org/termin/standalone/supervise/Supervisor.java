package org.termin.standalone.supervise;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.termin.database.Role;
import org.termin.embedded.EmbeddedStore;
import org.termin.embedded.FolderLock;
import org.termin.embedded.PasswordFile;

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
  private final Services services;
  private final Progress progress;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Watch watch;

  private Supervisor(Settings settings, FolderLock lock, Progress progress) {
    this.settings = settings;
    this.lock = lock;
    this.progress = progress;
    this.passwords = new Passwords(settings.folders().passwords());
    this.engines = new Engines(settings, passwords);
    this.services = new Services(settings, progress);
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
    new Refusals(settings).check(new Environment(settings, "", "", passwords).given());
    engines.start(progress);
    services.start(new Environment(settings, storeUrl(), bus(), passwords));
    if (settings.restarting()) {
      watch.start();
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

  /** Freezes a process, as {@code SIGSTOP} does, until it is resumed. */
  public void freeze(String name) {
    Signals.send(pid(name), "STOP");
  }

  /** Lets a frozen service go on. */
  public void resume(String name) {
    Signals.send(pid(name), "CONT");
  }

  /** Starts a part again that was killed or stopped, and waits until it is ready. */
  public void restart(String name) {
    switch (name) {
      case POSTGRES -> engines.startStore();
      case KAFKA -> engines.startBus();
      default -> services.startAndAwait(List.of(part(name)));
    }
  }

  /** Whether the process of a part lives, ready or not. */
  public boolean alive(String name) {
    return switch (name) {
      case POSTGRES -> !engines.storeLost();
      case KAFKA -> !engines.busLost();
      default -> part(name).alive();
    };
  }

  /** Whether a service says that it is ready. */
  public boolean ready(String service) {
    return part(service).ready();
  }

  /** Ends one service politely; it stays down until restarted. */
  public void stop(String name) {
    part(name).stop();
  }

  /** The services' names, in the order of their start. */
  public List<String> services() {
    return services.all().stream().map(Part::name).toList();
  }

  List<Part> parts() {
    return services.all();
  }

  Engines engines() {
    return engines;
  }

  boolean stopping() {
    return stopping.get();
  }

  private Part part(String name) {
    return services.named(name);
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
    return PasswordFile.readOrMake(passwords.callbackSecret());
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
    services.stop();
    engines.stop();
    lock.close();
  }
}

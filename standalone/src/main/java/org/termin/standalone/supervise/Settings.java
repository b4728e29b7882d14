package org.termin.standalone.supervise;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What to start, and how.
 *
 * @param port of the door; 0 takes free ports
 * @param restarting whether a part that ends by itself is started again
 * @param environment more of it for the services; it wins over this process's own
 * @param launching changes how single services are started
 * @param busSeenAt the port at which clients reach Kafka where something stands in between, else 0
 * @param patience how long one service may take until it is ready
 */
public record Settings(
    Folders folders,
    int port,
    String bind,
    boolean recording,
    boolean simulatedClock,
    int notifiers,
    int schedulers,
    boolean restarting,
    Map<String, String> environment,
    Launching launching,
    int busSeenAt,
    Duration patience) {

  /** The loopback address. */
  public static final String LOOPBACK = "127.0.0.1";

  public Settings {
    environment = Map.copyOf(environment);
    if (notifiers < 1 || schedulers < 1) {
      throw new IllegalArgumentException("at least one of each service");
    }
    if (simulatedClock && (!recording || notifiers > 1)) {
      throw new IllegalArgumentException("simulated time is for one recording notifier");
    }
  }

  /** One of each service; port 0 takes free ports; the environment is this process's own. */
  public static Settings of(Folders folders, int port) {
    return new Settings(
        folders,
        port,
        LOOPBACK,
        false,
        false,
        1,
        1,
        false,
        Map.of(),
        Launching.AS_USUAL,
        0,
        Duration.ofMinutes(5));
  }

  /** Messages are shown, not sent. */
  public Settings recorded() {
    return changed(draft -> draft.recording = true);
  }

  /** The clock can be moved forward. */
  public Settings simulated() {
    return changed(draft -> draft.simulatedClock = true);
  }

  /** The door's port is that one. */
  Settings at(int chosen) {
    return changed(draft -> draft.port = chosen);
  }

  /** Several of each. */
  public Settings with(int notifiers, int schedulers) {
    return changed(
        draft -> {
          draft.notifiers = notifiers;
          draft.schedulers = schedulers;
        });
  }

  /** More environment for the services; it wins over this process's own. */
  public Settings with(Map<String, String> more) {
    return changed(draft -> draft.environment.putAll(more));
  }

  /** Services are started in another way than usual. */
  public Settings with(Launching other) {
    return changed(draft -> draft.launching = other);
  }

  /** Clients reach Kafka at another port than its own, behind which something passes them on. */
  public Settings withBusSeenAt(int otherPort) {
    return changed(draft -> draft.busSeenAt = otherPort);
  }

  /** The door listens on another address. */
  public Settings boundTo(String address) {
    return changed(draft -> draft.bind = address);
  }

  /** A part that ends by itself is started again. */
  public Settings keptRunning() {
    return changed(draft -> draft.restarting = true);
  }

  private Settings changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings(this);
  }

  /** The same settings while one of them is being changed. */
  private static final class Draft {
    private int port;
    private String bind;
    private boolean recording;
    private boolean simulatedClock;
    private int notifiers;
    private int schedulers;
    private boolean restarting;
    private final Map<String, String> environment;
    private Launching launching;
    private int busSeenAt;

    Draft(Settings from) {
      port = from.port;
      bind = from.bind;
      recording = from.recording;
      simulatedClock = from.simulatedClock;
      notifiers = from.notifiers;
      schedulers = from.schedulers;
      restarting = from.restarting;
      environment = new HashMap<>(from.environment);
      launching = from.launching;
      busSeenAt = from.busSeenAt;
    }

    Settings settings(Settings from) {
      return new Settings(
          from.folders,
          port,
          bind,
          recording,
          simulatedClock,
          notifiers,
          schedulers,
          restarting,
          environment,
          launching,
          busSeenAt,
          from.patience);
    }
  }

  /** Environment may hold secrets. */
  @Override
  public String toString() {
    return "Settings of " + folders.data();
  }
}

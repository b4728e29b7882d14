package org.termin.standalone.supervise;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What to start, and how. */
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
        folders, port, LOOPBACK, false, false, 1, 1, false, Map.of(), Duration.ofMinutes(5));
  }

  /** Messages are shown, not sent. */
  public Settings recorded() {
    return new Settings(
        folders,
        port,
        bind,
        true,
        simulatedClock,
        notifiers,
        schedulers,
        restarting,
        environment,
        patience);
  }

  /** The clock can be moved forward. */
  public Settings simulated() {
    return new Settings(
        folders,
        port,
        bind,
        recording,
        true,
        notifiers,
        schedulers,
        restarting,
        environment,
        patience);
  }

  /** The door's port is that one. */
  Settings at(int chosen) {
    return new Settings(
        folders,
        chosen,
        bind,
        recording,
        simulatedClock,
        notifiers,
        schedulers,
        restarting,
        environment,
        patience);
  }

  /** Several of each. */
  public Settings with(int newNotifiers, int newSchedulers) {
    return new Settings(
        folders,
        port,
        bind,
        recording,
        simulatedClock,
        newNotifiers,
        newSchedulers,
        restarting,
        environment,
        patience);
  }

  /** More environment for the services; it wins over this process's own. */
  public Settings with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return new Settings(
        folders,
        port,
        bind,
        recording,
        simulatedClock,
        notifiers,
        schedulers,
        restarting,
        all,
        patience);
  }

  /** The door listens on another address. */
  public Settings boundTo(String address) {
    return new Settings(
        folders,
        port,
        address,
        recording,
        simulatedClock,
        notifiers,
        schedulers,
        restarting,
        environment,
        patience);
  }

  /** A part that ends by itself is started again. */
  public Settings keptRunning() {
    return new Settings(
        folders,
        port,
        bind,
        recording,
        simulatedClock,
        notifiers,
        schedulers,
        true,
        environment,
        patience);
  }

  /** Environment may hold secrets. */
  @Override
  public String toString() {
    return "Settings of " + folders.data();
  }
}

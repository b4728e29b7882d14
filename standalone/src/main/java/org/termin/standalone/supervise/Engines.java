package org.termin.standalone.supervise;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.termin.database.Store;
import org.termin.database.StoreException;
import org.termin.embedded.CannotStart;
import org.termin.embedded.EmbeddedBus;
import org.termin.embedded.EmbeddedStore;

/** PostgreSQL and Kafka of one Termin; both keep their port and data when they start again. */
final class Engines {
  private final Settings settings;
  private final Passwords passwords;
  private volatile @Nullable EmbeddedStore store;
  private volatile @Nullable EmbeddedBus bus;
  private int storePort;
  private int busPort;

  Engines(Settings settings, Passwords passwords) {
    this.settings = settings;
    this.passwords = passwords;
  }

  void start(Progress progress) {
    CompletableFuture<Void> kafka =
        CompletableFuture.runAsync(
            () -> {
              startBus();
              progress.says("Kafka is ready");
            },
            task -> Thread.ofPlatform().name("start-kafka").start(task));
    try {
      startStore();
      migrate();
      progress.says("PostgreSQL is ready");
    } finally {
      join(kafka);
    }
  }

  private static void join(CompletableFuture<Void> kafka) {
    try {
      kafka.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CannotStart sentence ? sentence : e;
    }
  }

  void startStore() {
    EmbeddedStore earlier = store;
    if (earlier != null && !earlier.alive()) {
      // gives back the locks of a server that ended by itself
      earlier.kill();
    }
    EmbeddedStore started =
        EmbeddedStore.start(
            settings.folders().postgres(), settings.folders().passwords(), storePort);
    storePort = started.port();
    store = started;
  }

  void startBus() {
    EmbeddedBus started =
        EmbeddedBus.start(settings.folders().kafka(), busPort, settings.busSeenAt());
    busPort = started.port();
    bus = started;
  }

  private void migrate() {
    EmbeddedStore started = store();
    try {
      Store.migrate(started.url(), started.password(), passwords.all());
      if (settings.simulatedClock()) {
        Store.simulateClock(started.url(), passwords.all());
      }
    } catch (StoreException e) {
      throw new CannotStart(e.sentence(), e);
    }
  }

  EmbeddedStore store() {
    EmbeddedStore known = store;
    if (known == null) {
      throw new IllegalStateException("PostgreSQL was not started");
    }
    return known;
  }

  EmbeddedBus bus() {
    EmbeddedBus known = bus;
    if (known == null) {
      throw new IllegalStateException("Kafka was not started");
    }
    return known;
  }

  boolean busLost() {
    EmbeddedBus known = bus;
    return known != null && !known.alive();
  }

  boolean storeLost() {
    EmbeddedStore known = store;
    return known != null && !known.alive();
  }

  void stop() {
    EmbeddedBus knownBus = bus;
    if (knownBus != null) {
      knownBus.close();
    }
    EmbeddedStore knownStore = store;
    if (knownStore != null) {
      knownStore.close();
    }
  }
}

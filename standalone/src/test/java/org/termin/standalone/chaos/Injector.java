package org.termin.standalone.chaos;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.termin.standalone.Crowd;
import org.termin.standalone.chaos.Fault.Kind;
import org.termin.standalone.supervise.Supervisor;

/**
 * Lets the faults of a plan happen when the wave has come so far. A part comes back by itself while
 * the next fault may already hit another one, or the same one in the middle of its start.
 */
final class Injector implements AutoCloseable {
  private static final List<String> ENGINES = List.of(Supervisor.KAFKA, Supervisor.POSTGRES);

  /** A slow machine may leave out the rest of a plan: {@code -Dchaos.minutes}. */
  private static final Duration LONGEST =
      Duration.ofMinutes(Integer.getInteger("chaos.minutes", 240));

  private final Wave wave;
  private final Map<String, ExecutorService> keepers = new HashMap<>();
  private final Map<String, CompletableFuture<Void>> returns = new HashMap<>();
  private final List<String> done = new ArrayList<>();
  private int inFlight;
  private int notifierFaults;
  private long lastFault = System.nanoTime();

  Injector(Wave wave) {
    this.wave = wave;
  }

  /** Runs the whole plan and waits until everything is up again. */
  void run(FaultPlan plan) {
    long end = System.nanoTime() + LONGEST.toNanos();
    for (Fault fault : plan.faults()) {
      if (System.nanoTime() > end) {
        System.out.printf("enough after %s; the rest of the plan is left out%n", LONGEST);
        break;
      }
      await()
          .atMost(Crowd.PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> wave.told() >= fault.at() * wave.people());
      happen(fault);
    }
    returns.values().forEach(CompletableFuture::join);
  }

  private void happen(Fault fault) {
    if (ENGINES.contains(fault.part())) {
      // an engine is a tree of processes and a folder; it must stand before it can fall
      returns.getOrDefault(fault.part(), CompletableFuture.completedFuture(null)).join();
    }
    boolean notifier = fault.part().startsWith("notifier");
    long before = notifier ? wave.dispatched() : 0;
    switch (fault.kind()) {
      case KILL, WIPE -> wave.supervisor().kill(fault.part());
      case FREEZE -> wave.supervisor().freeze(fault.part());
    }
    lastFault = System.nanoTime();
    if (notifier) {
      long most = Math.max(before, wave.dispatched());
      // the database may be away as well: then all its places count
      inFlight += most < 0 ? wave.inFlight() : (int) Math.min(most, wave.inFlight());
      notifierFaults++;
    }
    done.add(fault.toString());
    System.out.printf("%s (told %d of %d)%n", fault, wave.told(), wave.people());
    returns.put(
        fault.part(), CompletableFuture.runAsync(() -> comeBack(fault), keeper(fault.part())));
  }

  private ExecutorService keeper(String part) {
    return keepers.computeIfAbsent(
        part, name -> Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).factory()));
  }

  private void comeBack(Fault fault) {
    pause(fault.down());
    if (fault.kind() == Kind.FREEZE) {
      wave.supervisor().resume(fault.part());
      return;
    }
    if (fault.kind() == Kind.WIPE) {
      delete(wave.kafkaFolder());
    }
    wave.bringBack(fault.part());
  }

  /** How long something stays away is part of the fault: here time must pass. */
  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many faults have happened. */
  int faults() {
    return done.size();
  }

  /** Sends that were dispatched without an outcome when a notifier was hit, over all hits. */
  int inFlightAtNotifierFaults() {
    return inFlight;
  }

  /** How often a notifier was hit. */
  int notifierFaults() {
    return notifierFaults;
  }

  /** When the last fault happened, as {@link System#nanoTime()}. */
  long lastFault() {
    return lastFault;
  }

  @Override
  public void close() {
    keepers.values().forEach(ExecutorService::shutdownNow);
  }
}

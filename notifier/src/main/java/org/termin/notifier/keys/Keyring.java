package org.termin.notifier.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.EpochKeys;
import org.termin.contract.sealed.LedgerKeys;

/** The living keys: everything sealed in the database opens with one of these or not at all. */
public final class Keyring {
  private final KeyFolder folder;
  private final KeyReplica replica;
  private final LedgerKeys ledger;
  private final StopLog stops;
  private final BookLog books;
  private final EpochLog log;
  private final WindDownLog windDown;
  private volatile NavigableMap<Integer, EpochKeys> epochs;

  private Keyring(
      KeyFolder folder,
      KeyReplica replica,
      KeyFolder.Held held,
      StopLog stops,
      BookLog books,
      EpochLog log,
      WindDownLog windDown) {
    this.windDown = windDown;
    this.books = books;
    this.log = log;
    this.folder = folder;
    this.replica = replica;
    this.epochs = held.epochs();
    this.ledger = Objects.requireNonNull(held.ledger());
    this.stops = stops;
  }

  /** Opens the key folder, making the first keys only where the database needs none. */
  public static Keyring open(KeySettings settings, KeyNeeds needs) {
    return open(settings, needs, settings.otherDisk());
  }

  static Keyring open(KeySettings settings, KeyNeeds needs, @Nullable OtherDisk disk) {
    BadPlaces.refuse(settings);
    KeyReplica replica = new KeyReplica(settings, disk);
    KeyFolder folder = new KeyFolder(settings, replica);
    try {
      return new Keyring(
          folder,
          replica,
          folder.prepare(needs),
          new StopLog(settings.folder(), disk),
          new BookLog(settings.folder()),
          new EpochLog(settings.folder(), disk),
          new WindDownLog(settings.folder(), disk));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The key folder " + settings.folder() + " cannot be read or written", e);
    }
  }

  /**
   * Destroys every key here, on the replica, and the public halves: nobody can be read or reached
   * any more, with any backup. Whoever asks has made sure that the service has ended.
   */
  public static void destroyAll(KeySettings settings) {
    try {
      EveryKey.destroy(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The key folder " + settings.folder() + " cannot be emptied", e);
    }
  }

  /** The epoch everything new is sealed under. */
  public EpochKeys newest() {
    return epochs.lastEntry().getValue();
  }

  /** Every living epoch, newest first: a contact may stand under any of them. */
  public List<EpochKeys> living() {
    return List.copyOf(epochs.descendingMap().values());
  }

  /** The epoch of that number; the folder is read again for one another notifier just made. */
  public Optional<EpochKeys> epoch(int number) {
    EpochKeys known = epochs.get(number);
    if (known == null && number > epochs.lastKey()) {
      try {
        epochs = folder.read().epochs();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      known = epochs.get(number);
    }
    return Optional.ofNullable(known);
  }

  /** Makes the next epoch, unless another notifier already has; from now on it is the newest. */
  public EpochKeys next(EpochRegister register) {
    epochs = changed(() -> folder.makeNext(epochs.lastKey(), register));
    return newest();
  }

  /** Learns what other notifiers have made or destroyed. */
  public void refresh() {
    epochs = changed(folder::read);
  }

  /**
   * Destroys an epoch's key here, on the replica and its public half; whoever asks has made sure
   * that nothing needs it. The two newest are never destroyed.
   */
  public void destroy(int epoch) {
    if (epochs.tailMap(epoch, false).size() < 2) {
      throw new IllegalStateException("two newer epochs must be there before one is destroyed");
    }
    epochs = changed(() -> folder.destroy(epoch));
  }

  /** Whether every key is also kept on another disk. */
  public boolean hasReplica() {
    return replica.isWanted();
  }

  /** Files whose copy on the replica is missing or another one; all, if it does not answer. */
  public List<String> missingInReplica() {
    try {
      return replica.missing();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies what the replica lacks, if it answers; what it still lacks then. */
  public List<String> catchUp() {
    replica.catchUp();
    return missingInReplica();
  }

  private static NavigableMap<Integer, EpochKeys> changed(FolderLock.Work<KeyFolder.Held> work) {
    try {
      return work.run().epochs();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What became of each key. */
  public EpochLog log() {
    return log;
  }

  public LedgerKeys ledger() {
    return ledger;
  }

  /** How many records there should be. */
  public BookLog books() {
    return books;
  }

  /** What the operators agreed on about the end of the service. */
  public WindDownLog windDown() {
    return windDown;
  }

  public StopLog stops() {
    return stops;
  }
}

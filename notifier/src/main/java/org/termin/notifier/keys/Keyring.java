package org.termin.notifier.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import org.termin.contract.sealed.EpochKeys;
import org.termin.contract.sealed.LedgerKeys;

/** The living keys: everything sealed in the database opens with one of these or not at all. */
public final class Keyring {
  private final KeyFolder folder;
  private final LedgerKeys ledger;
  private final StopLog stops;
  private final BookLog books;
  private volatile NavigableMap<Integer, EpochKeys> epochs;

  private Keyring(KeyFolder folder, KeyFolder.Held held, StopLog stops, BookLog books) {
    this.books = books;
    this.folder = folder;
    this.epochs = held.epochs();
    this.ledger = Objects.requireNonNull(held.ledger());
    this.stops = stops;
  }

  /** Opens the key folder, making the first keys only where the database needs none. */
  public static Keyring open(KeySettings settings, KeyNeeds needs) {
    KeyFolder folder = new KeyFolder(settings);
    folder.refuseBadPlaces();
    try {
      return new Keyring(
          folder,
          folder.prepare(needs),
          new StopLog(settings.folder()),
          new BookLog(settings.folder()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The key folder " + settings.folder() + " cannot be read or written", e);
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

  public LedgerKeys ledger() {
    return ledger;
  }

  /** How many records there should be. */
  public BookLog books() {
    return books;
  }

  public StopLog stops() {
    return stops;
  }
}

package org.termin.notifier.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.EpochKeys;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.notifier.CannotStart;

/** The key files: read, checked against what the database needs, made when nothing needs any. */
final class KeyFolder {
  private static final String DRAFT = ".draft";

  private final KeySettings settings;
  private final KeyReplica copies;
  private final SecureRandom random = new SecureRandom();

  KeyFolder(KeySettings settings, KeyReplica copies) {
    this.settings = settings;
    this.copies = copies;
  }

  /** Everything the folder holds; new keys only where the database needs none. */
  Held prepare(KeyNeeds needs) throws IOException {
    KeyFiles.privateFolder(settings.folder());
    copies.meetLogs();
    Set<Integer> destroyed = new EpochLog(settings.folder()).read().destroyed();
    return FolderLock.KEYS.holding(
        settings.folder(),
        () -> {
          if (!needs.anything()) {
            makeMissing();
          }
          Held held = read();
          if (held.ledger() == null) {
            throw missing(LedgerKeys.FILE_NAME);
          }
          for (int epoch : needs.epochs()) {
            if (!held.epochs().containsKey(epoch)) {
              throw destroyed.contains(epoch)
                  ? destroyed(epoch)
                  : missing(EpochKeys.fileName(epoch));
            }
          }
          if (held.epochs().isEmpty()) {
            throw missing(EpochKeys.fileName(1));
          }
          needs.refuseStrangers(held.epochs());
          copies.copyKeysOrGoOn();
          publish(held);
          return held;
        });
  }

  /**
   * Makes the key that follows this epoch's. It has its name only once everybody knows it: nothing
   * is ever sealed to a key that another notifier would read as a different one.
   */
  Held makeNext(int after, EpochRegister register) throws IOException {
    return FolderLock.KEYS.holding(
        settings.folder(),
        () -> {
          // another notifier may have been quicker
          if (read().epochs().lastKey() <= after) {
            make(after + 1, register);
          }
          Held held = read();
          publish(held);
          return held;
        });
  }

  private void make(int number, EpochRegister register) throws IOException {
    String name = EpochKeys.fileName(number);
    String draft = name + DRAFT;
    make(draft);
    EpochKeys keys = EpochKeys.of(number, KeyFiles.secret(settings.folder().resolve(draft)));
    if (!register.claim(number, keys.publicKey().fingerprint())) {
      throw new CannotStart(
          "Another notifier has made another %s: all notifiers must share one key folder."
              .formatted(name));
    }
    copies.rename(draft, name);
    KeyFiles.rename(settings.folder().resolve(draft), settings.folder().resolve(name));
  }

  /** Takes a key away everywhere: what was sealed under it cannot be read by anybody any more. */
  Held destroy(int epoch) throws IOException {
    return FolderLock.KEYS.holding(
        settings.folder(),
        () -> {
          String name = EpochKeys.fileName(epoch);
          EpochKeys keys = read().epochs().get(epoch);
          if (keys != null) {
            KeyFiles.delete(settings.publicFolder().resolve(keys.publicKey().fileName()));
          }
          copies.destroy(name);
          KeyFiles.destroy(settings.folder().resolve(name));
          return read();
        });
  }

  Held read() throws IOException {
    NavigableMap<Integer, EpochKeys> epochs = new TreeMap<>();
    try (Stream<Path> files = Files.list(settings.folder())) {
      for (Path file : files.toList()) {
        OptionalInt epoch = EpochKeys.epochOf(file.getFileName().toString());
        if (epoch.isPresent()) {
          int number = epoch.getAsInt();
          epochs.put(number, EpochKeys.of(number, KeyFiles.secret(file)));
        }
      }
    }
    Path ledger = settings.folder().resolve(LedgerKeys.FILE_NAME);
    return new Held(epochs, Files.exists(ledger) ? LedgerKeys.of(KeyFiles.secret(ledger)) : null);
  }

  private void makeMissing() throws IOException {
    make(LedgerKeys.FILE_NAME);
    Held held = read();
    if (held.epochs().isEmpty()) {
      make(EpochKeys.fileName(1));
    }
  }

  private void make(String name) throws IOException {
    Path file = settings.folder().resolve(name);
    if (Files.exists(file)) {
      return;
    }
    byte[] secret = new byte[KeyFiles.BYTES];
    random.nextBytes(secret);
    // the replica first: nothing may ever be sealed to a key that exists once only
    KeyFiles.writeOnce(file, copies.keepFirst(name, secret), true);
  }

  private void publish(Held held) throws IOException {
    Files.createDirectories(settings.publicFolder());
    for (EpochKeys epoch : held.epochs().values()) {
      KeyFiles.writeOnce(
          settings.publicFolder().resolve(epoch.publicKey().fileName()),
          epoch.publicKey().bytes(),
          false);
    }
  }

  private static CannotStart destroyed(int epoch) {
    return new CannotStart(
        "The database names epoch %d, whose key was destroyed: this is an old backup, and its people can be read and reached by nobody any more. Restore a younger one, or set TERMIN_KEYS_FORGETDESTROYED=true once to delete what cannot be read."
            .formatted(epoch));
  }

  private CannotStart missing(String name) {
    return new CannotStart(
        "The key file %s is missing and the database needs it: restore it from its replica; until then nothing is sent and nothing is lost."
            .formatted(settings.folder().resolve(name)));
  }

  /** What was read; the ledger key may not be there yet. */
  record Held(NavigableMap<Integer, EpochKeys> epochs, @Nullable LedgerKeys ledger) {
    @Override
    public String toString() {
      return "Held[epochs " + epochs.keySet() + "]";
    }
  }
}

package org.termin.notifier.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.EpochKeys;
import org.termin.contract.sealed.IntakePublicKey;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.notifier.CannotStart;

/** The key files: read, checked against what the database needs, made when nothing needs any. */
final class KeyFolder {
  private static final String DRAFT = ".draft";

  /** A key, and what a crash may have left of its writing. */
  private static final Pattern SECRET = Pattern.compile("\\.?(epoch-\\d+|ledger)\\.key(\\..+)?");

  private final KeySettings settings;
  private final KeyReplica copies;
  private final SecureRandom random = new SecureRandom();

  KeyFolder(KeySettings settings) {
    this.settings = settings;
    this.copies = new KeyReplica(settings);
  }

  void refuseBadPlaces() {
    Path data = settings.dataFolder();
    if (data != null && real(settings.folder()).startsWith(real(data))) {
      throw new CannotStart(
          "The key folder %s lies inside the data folder %s: a copy of the data would carry its keys; set TERMIN_KEYS_DIR to another place."
              .formatted(settings.folder(), data));
    }
    Path replica = settings.replica();
    if (replica != null && data != null && real(replica).startsWith(real(data))) {
      throw new CannotStart(
          "The replica of the keys %s lies inside the data folder %s: a copy of the data would carry the keys; set TERMIN_KEYS_REPLICA to another place."
              .formatted(replica, data));
    }
    if (replica != null && real(replica).equals(real(settings.folder()))) {
      throw new CannotStart(
          "TERMIN_KEYS_REPLICA is the key folder itself: name a folder on another disk.");
    }
    if (settings.publicFolder().equals(settings.folder())) {
      throw new CannotStart(
          "TERMIN_PUBLIC_KEYS_DIR must not be the key folder itself: the public door reads it.");
    }
  }

  /** Where a path leads, as far as it exists: a link must not lead keys into the data. */
  private static Path real(Path path) {
    try {
      Path parent = path.getParent();
      if (Files.exists(path)) {
        return path.toRealPath();
      }
      return parent == null ? path : real(parent).resolve(path.getFileName());
    } catch (IOException e) {
      return path;
    }
  }

  /** Everything the folder holds; new keys only where the database needs none. */
  Held prepare(KeyNeeds needs) throws IOException {
    KeyFiles.privateFolder(settings.folder());
    Path replica = settings.replica();
    if (replica != null) {
      KeyFiles.privateFolder(replica);
    }
    copies.meetLogs();
    Set<Integer> destroyed = new EpochLog(settings.folder()).read().destroyed();
    return FolderLock.holding(
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
          copies.copyKeys();
          publish(held);
          return held;
        });
  }

  /**
   * Makes the key that follows this epoch's. It has its name only once everybody knows it: nothing
   * is ever sealed to a key that another notifier would read as a different one.
   */
  Held makeNext(int after, EpochRegister register) throws IOException {
    return FolderLock.holding(
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
    Path replica = settings.replica();
    if (replica != null) {
      KeyFiles.rename(replica.resolve(draft), replica.resolve(name));
    }
    KeyFiles.rename(settings.folder().resolve(draft), settings.folder().resolve(name));
  }

  /** Takes a key away everywhere: what was sealed under it cannot be read by anybody any more. */
  Held destroy(int epoch) throws IOException {
    return FolderLock.holding(
        settings.folder(),
        () -> {
          String name = EpochKeys.fileName(epoch);
          EpochKeys keys = read().epochs().get(epoch);
          if (keys != null) {
            KeyFiles.delete(settings.publicFolder().resolve(keys.publicKey().fileName()));
          }
          Path replica = settings.replica();
          if (replica != null) {
            KeyFiles.destroy(replica.resolve(name));
          }
          KeyFiles.destroy(settings.folder().resolve(name));
          return read();
        });
  }

  /** Takes every key away everywhere, in whatever state a crash has left the folders. */
  void destroyAll() throws IOException {
    destroyIn(settings.folder());
    for (Path half :
        in(settings.publicFolder(), name -> IntakePublicKey.epochOf(name).isPresent())) {
      KeyFiles.delete(half);
    }
    Path replica = settings.replica();
    if (replica != null && !Files.isDirectory(replica)) {
      throw new CannotStart(
          "The replica of the keys %s is not there, and would keep them: bring it back and start once more."
              .formatted(replica));
    }
    if (replica != null) {
      destroyIn(replica);
    }
  }

  private static void destroyIn(Path folder) throws IOException {
    for (Path key : in(folder, name -> SECRET.matcher(name).matches())) {
      KeyFiles.destroy(key);
    }
  }

  private static List<Path> in(Path folder, Predicate<String> name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> name.test(file.getFileName().toString())).sorted().toList();
    }
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
    Path replica = settings.replica();
    if (replica != null) {
      // the replica first: nothing may ever be sealed to a key that exists once only
      KeyFiles.writeOnce(replica.resolve(name), secret, true);
      secret = Files.readAllBytes(replica.resolve(name));
    }
    KeyFiles.writeOnce(file, secret, true);
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

  /** Names of the files that the replica lacks or has with other contents. */
  List<String> missingInReplica() throws IOException {
    return copies.missing();
  }

  boolean hasReplica() {
    return settings.replica() != null;
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

package org.termin.notifier.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.termin.notifier.CannotStart;

/** The few file operations a key folder needs, each durable and with tight permissions. */
final class KeyFiles {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> SECRET =
      PosixFilePermissions.fromString("r--------");
  private static final Set<PosixFilePermission> PUBLIC =
      PosixFilePermissions.fromString("r--r--r--");
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  /** As long as every key is. */
  static final int BYTES = 32;

  private KeyFiles() {}

  static void privateFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    // a folder without anything in it, such as a new volume, may still be made ours alone
    if (posix(folder) && isEmpty(folder)) {
      Files.setPosixFilePermissions(folder, FOLDER);
    }
    refuseOpenToOthers(folder);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  static void refuseOpenToOthers(Path path) throws IOException {
    if (posix(path) && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
      throw new CannotStart(
          "%s can be read by other users of this machine: take their permissions away (chmod go=)."
              .formatted(path));
    }
  }

  /** A key's bytes; throws one sentence where others can read it or it is damaged. */
  static byte[] secret(Path file) throws IOException {
    refuseOpenToOthers(file);
    byte[] secret = Files.readAllBytes(file);
    if (secret.length != BYTES) {
      throw new CannotStart(
          "The key file %s is damaged: restore it from its replica.".formatted(file));
    }
    return secret;
  }

  /** Writes beside the target, syncs, then renames: nobody ever sees half a key. */
  static void writeOnce(Path target, byte[] content, boolean secret) throws IOException {
    if (Files.exists(target)) {
      return;
    }
    Path draft = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      try (FileChannel file =
          FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        if (posix(draft)) {
          Files.setPosixFilePermissions(draft, secret ? SECRET : PUBLIC);
        }
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        file.force(true);
      }
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      sync(target.toAbsolutePath().getParent());
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Gives a file its name; once it has it, nothing. */
  static void rename(Path from, Path to) throws IOException {
    if (!Files.exists(to)) {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.deleteIfExists(from);
    sync(to.toAbsolutePath().getParent());
  }

  /** A file is gone when this returns; how long a disk keeps its bytes nobody can say. */
  static void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
    sync(file.toAbsolutePath().getParent());
  }

  /** The same for a secret: written over before it goes, where the disk does that. */
  static void destroy(Path file) throws IOException {
    if (Files.exists(file)) {
      if (posix(file)) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
      try (FileChannel secret = FileChannel.open(file, StandardOpenOption.WRITE)) {
        secret.write(ByteBuffer.allocate(Math.toIntExact(secret.size())), 0);
        secret.force(true);
      }
    }
    delete(file);
  }

  static void sync(@org.jspecify.annotations.Nullable Path folder) throws IOException {
    if (folder != null) {
      try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }

  private static boolean posix(Path path) {
    return Files.getFileAttributeView(path, java.nio.file.attribute.PosixFileAttributeView.class)
        != null;
  }
}

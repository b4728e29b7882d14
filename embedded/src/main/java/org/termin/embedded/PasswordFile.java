package org.termin.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

/** Random passwords in files that only their owner can read. */
public final class PasswordFile {
  private PasswordFile() {}

  /** Reads the password, or makes a new one when the file is not there yet. */
  public static String readOrMake(Path file) {
    return Files.exists(file) ? read(file) : make(file);
  }

  static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CannotStart(
          "The password file %s cannot be read: restore it from your copy of the key folder; nothing was changed."
              .formatted(file),
          e);
    }
  }

  private static String make(Path file) {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    try {
      privateFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(
          file,
          password.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      return password;
    } catch (IOException e) {
      throw new CannotStart(
          "The password file %s cannot be written: check the owner of its folder; nothing was changed."
              .formatted(file),
          e);
    }
  }

  private static void privateFolder(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }
}

package org.termin.notifier.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a command of the operator shows the notifier: 256 random bits in a file of the key folder.
 * The loopback port can be reached by every user and every program of the machine; this file cannot
 * be read by them.
 */
public final class OperatorToken {
  /** Its name in the key folder. */
  public static final String FILE_NAME = "operator.token";

  private static final int BYTES = 32;

  private final byte[] token;

  private OperatorToken(byte[] token) {
    this.token = token;
  }

  /** The folder's token; made where there is none yet. */
  public static OperatorToken of(Path folder) {
    try {
      Path file = folder.resolve(FILE_NAME);
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      String made = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      byte[] line = (made + "\n").getBytes(StandardCharsets.US_ASCII);
      FolderLock.LINES.holding(
          folder,
          () -> {
            KeyFiles.writeOnce(file, line, true);
            return file;
          });
      KeyFiles.refuseOpenToOthers(file);
      return new OperatorToken(bytes(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("The key folder " + folder + " cannot be read or written", e);
    }
  }

  /** Whether that is it. */
  public boolean matches(String shown) {
    return MessageDigest.isEqual(token, bytes(shown));
  }

  private static byte[] bytes(String token) {
    return token.strip().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "OperatorToken";
  }
}

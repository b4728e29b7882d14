package org.termin.testkit.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Says in which files and lines something looks like a secret, and never what it is. */
final class SecretScan {
  /** The names under which Termin and others keep secrets, whatever is in them. */
  private static final Pattern SECRET_FILE =
      Pattern.compile(
          "(?:epoch-.*|ledger)\\.key|stops\\.log|books\\.log|.*\\.(?:password|p12|pfx|jks|keystore)"
              + "|id_(?:rsa|ecdsa|ed25519)|\\.env(?:\\..*)?|\\.netrc|\\.pgpass");

  private SecretScan() {}

  /** One line for each find: file, line, kind. */
  static List<String> of(Path root, List<Path> files) {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      String name = root.relativize(file).toString();
      if (SECRET_FILE.matcher(file.getFileName().toString()).matches()) {
        found.add(name + ": SECRET_FILE");
      }
      // every byte is a character, so that no encoding hides anything
      String text = new String(bytes(file), StandardCharsets.ISO_8859_1);
      for (SecretKind kind : SecretKind.values()) {
        kind.looks
            .matcher(text)
            .results()
            .filter(kind::is)
            .forEach(match -> found.add(name + ":" + line(text, match) + ": " + kind));
      }
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  private static long line(String text, MatchResult match) {
    return 1 + text.substring(0, match.start(1)).chars().filter(each -> each == '\n').count();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

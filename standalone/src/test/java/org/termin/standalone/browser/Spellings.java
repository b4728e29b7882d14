package org.termin.standalone.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.termin.contract.sealed.ReceiptCode;

/** A receipt code, or a third of one, as it could lie about: in groups, in one, as its bytes. */
final class Spellings {
  private final Set<String> texts = new TreeSet<>();
  private final byte[] bytes;

  Spellings(ReceiptCode code) {
    bytes = code.bytes();
    String[] groups = code.display().split("-");
    for (int group = 1; group < groups.length; group++) {
      for (String between : List.of("", "-", " ", "+", "%20", "\n")) {
        texts.add((groups[group - 1] + between + groups[group]).toLowerCase(Locale.ROOT));
      }
    }
    texts.add(HexFormat.of().formatHex(bytes));
    texts.add(Base64.getEncoder().encodeToString(bytes).toLowerCase(Locale.ROOT));
    texts.add(Base64.getUrlEncoder().encodeToString(bytes).toLowerCase(Locale.ROOT));
  }

  boolean isIn(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    return texts.stream().anyMatch(small::contains);
  }

  /** The files below a folder that hold it, as bytes or as letters of one or of two bytes. */
  List<String> filesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(this::isIn)
          .map(file -> folder.relativize(file).toString())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private boolean isIn(Path file) {
    try {
      // one character for each byte, so that nothing is lost
      String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return isIn(content)
          || isIn(content.replace("\0", ""))
          || content.contains(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

package org.termin.standalone.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.termin.guidance.pack.Numbering;
import org.termin.guidance.pack.PackReader;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.pack.Published;
import org.termin.standalone.chaos.PlantedNotifier;
import org.termin.standalone.supervise.Launching;

/**
 * Packs as they would be released next: files that a notifier finds before its own.
 *
 * @param packs what they say, for those who compare
 * @param launching starts a notifier with them
 */
record NewEdition(Packs packs, Launching launching) {

  /** The released packs with these changes, under that number. */
  static NewEdition of(Path folder, int number, Map<String, UnaryOperator<String>> changes)
      throws IOException {
    Path files = folder.resolve("edition-" + number);
    Path to = Files.createDirectories(files.resolve("packs"));
    Packs packs = Packs.load().numbered(number);
    for (Map.Entry<String, UnaryOperator<String>> change : changes.entrySet()) {
      String name = change.getKey() + ".yaml";
      String text = PackReader.text("packs/" + name);
      String changed = change.getValue().apply(text);
      if (changed.equals(text)) {
        throw new IllegalArgumentException(name + " is not changed");
      }
      Files.writeString(to.resolve(name), changed);
      packs = packs.with(Packs.read(name, changed));
    }
    Numbering numbering = new Numbering(number, new Published(packs).hash());
    Files.writeString(to.resolve("VERSION"), numbering.text());
    return new NewEdition(packs, PlantedNotifier.withFiles(files, folder));
  }
}

package org.termin.standalone.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.termin.embedded.CannotStart;
import org.termin.guidance.pack.Numbering;
import org.termin.guidance.pack.Packs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives changed packs their next number, without which the change would reach nobody. */
@Command(
    name = "number",
    mixinStandardHelpOptions = true,
    description = "Gives the packs their next number, if they are not those of the last one.")
final class NumberCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--file",
      description = "The file to write (default: packs/VERSION among the sources).")
  Path file =
      Path.of(System.getProperty("termin.home", ""))
          .resolve("guidance/src/main/resources")
          .resolve(Numbering.RESOURCE);

  @Override
  public Integer call() {
    Numbering now = Numbering.load();
    Numbering next = now.after(Packs.load());
    if (next.equals(now)) {
      spec.commandLine().getOut().printf("The packs are those of number %d.%n", now.number());
      return 0;
    }
    try {
      Files.writeString(file, next.text());
    } catch (IOException e) {
      throw new CannotStart("%s cannot be written.".formatted(file), e);
    }
    spec.commandLine().getOut().printf("The packs have number %d now.%n", next.number());
    return 0;
  }
}

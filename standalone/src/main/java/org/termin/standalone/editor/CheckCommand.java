package org.termin.standalone.editor;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.review.Comparison;
import org.termin.guidance.review.Inventory;
import org.termin.guidance.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether a pack can go out, and what it changes for whom. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Checks an edited pack and shows sample residents before and after; without a"
            + " file, checks all packs that are built in.")
final class CheckCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The edited pack.")
  @Nullable Path file;

  @Option(names = "--before", description = "Compare with this pack, not with the built-in one.")
  @Nullable Path before;

  @Mixin Reader reader;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Packs packs = Packs.load();
      if (file == null) {
        Texts.of(packs).check(packs.countries().keySet());
        packs.countries().values().forEach(pack -> stands(out, pack));
      } else {
        compare(out, before == null ? packs : packs.with(read(before)), read(file));
      }
      return 0;
    } catch (IllegalStateException wrong) {
      spec.commandLine().getErr().println(String.valueOf(wrong.getMessage()).replace("; ", "\n  "));
      return 1;
    }
  }

  private void compare(PrintWriter out, Packs known, CountryPack edited) {
    Texts.of(known.with(edited)).check(List.of(edited.rules().country()));
    Comparison comparison = Comparison.of(known, edited, reader.language(), reader.today);
    stands(out, edited);
    out.println();
    comparison.lines().forEach(out::println);
    out.printf(
        "%d of %d sample residents read something else on %s.%n",
        comparison.moved(), comparison.residents(), reader.today);
  }

  private void stands(PrintWriter out, CountryPack pack) {
    Inventory one = Inventory.of(pack, reader.today, 0);
    out.printf(
        "%s stands: %d facts from %d sources, %d rules, %d texts, %d unknowns; %d facts to look up"
            + " again.%n",
        one.country().code(),
        one.facts(),
        one.sources(),
        one.rules(),
        one.texts(),
        one.unknowns(),
        one.old().size());
  }

  private static CountryPack read(Path path) {
    try {
      return Packs.read(path.toString(), Files.readString(path));
    } catch (IOException e) {
      throw new IllegalStateException(path + " cannot be read: is the name right?", e);
    }
  }
}

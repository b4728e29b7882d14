package org.termin.standalone.editor;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.review.Inventory;
import org.termin.guidance.rule.Claim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What stands in the packs, and which facts somebody has to look up again. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Counts rules, texts, sources and unknowns by country; names what is old.")
final class ReportCommand implements Callable<Integer> {
  private static final String ROW = "%-8s %-12s %6s %8s %6s %6s %9s %5s %8s%n";

  @Spec CommandSpec spec;

  @Option(names = "--days", description = "How far ahead to look (default: ${DEFAULT-VALUE}).")
  int days = 60;

  @Option(names = "--today", description = "The day to look from (default: today).")
  LocalDate today = LocalDate.now(Clock.systemUTC());

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Packs packs = Packs.load();
    List<Inventory> all =
        packs.countries().values().stream()
            .map(pack -> Inventory.of(pack, today, days))
            .sorted(Comparator.comparing(one -> one.country().code()))
            .toList();
    out.printf("Guidance of version %d on %s%n%n", packs.version(), today);
    out.printf(
        ROW, "country", "as of", "facts", "sources", "rules", "texts", "unknowns", "old", "soon");
    all.forEach(one -> row(out, one));
    out.printf(
        ROW,
        "all " + all.size(),
        "",
        all.stream().mapToInt(Inventory::facts).sum(),
        all.stream().mapToInt(Inventory::sources).sum(),
        all.stream().mapToInt(Inventory::rules).sum(),
        all.stream().mapToInt(Inventory::texts).sum(),
        all.stream().mapToInt(Inventory::unknowns).sum(),
        all.stream().mapToInt(one -> one.old().size()).sum(),
        all.stream().mapToInt(one -> one.ending().size()).sum());
    all.forEach(
        one -> {
          one.old().forEach(claim -> turned(out, one, claim, "look again"));
          one.ending().forEach(claim -> turned(out, one, claim, "soon"));
        });
    return 0;
  }

  private static void row(PrintWriter out, Inventory one) {
    out.printf(
        ROW,
        one.country().code(),
        one.asOf(),
        one.facts(),
        one.sources(),
        one.rules(),
        one.texts(),
        one.unknowns(),
        one.old().size(),
        one.ending().size());
  }

  private static void turned(PrintWriter out, Inventory one, Claim claim, String how) {
    LocalDate until = claim.validUntil();
    out.printf(
        "%s %-10s %s: verify by %s%s, %s%n",
        one.country().code(),
        how,
        claim.id(),
        claim.verifyBy(),
        until == null ? "" : ", known to hold until " + until,
        claim.sources().getFirst());
  }
}

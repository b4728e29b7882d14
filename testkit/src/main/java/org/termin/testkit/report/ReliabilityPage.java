package org.termin.testkit.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.termin.testkit.Figures;

/** Writes {@code docs/reliability.md} from the figures of a run. */
public final class ReliabilityPage {
  private ReliabilityPage() {}

  /** Reads every figure and writes the page of this project; says where, or that there is none. */
  public static void main(String[] arguments) {
    Path page = Figures.project().resolve("docs/reliability.md");
    List<Figure> figures = FigureFiles.in(Figures.folder()).read();
    if (figures.isEmpty()) {
      System.out.printf("no figures in %s; %s stays as it is%n", Figures.folder(), page);
      return;
    }
    try {
      Files.writeString(page, text(figures, machine(), commit()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.printf("%d figures written to %s%n", figures.size(), page);
  }

  static String text(List<Figure> figures, String machine, String commit) {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Reliability: what was measured

        This page is written by the run itself: `mvn -Preliability verify` runs every experiment in
        full, and each of them leaves its line. The requirements are those of the delivery protocol.

        - Machine: %s
        - Commit: %s
        - Measured: %s

        The same experiments run small in the ordinary test command. A seed is printed at the start
        of each run; `-Dchaos.seed=…` repeats it. *Small* is the size of the ordinary test command,
        *full* that of the profile; a *chosen* size (`-Dreliability.…=n`) is named in the row.

        | no. | experiment | figure | pass | size | seed | command |
        |---|---|---|---|---|---|---|
        """
            .formatted(machine, commit, days(figures)));
    figures.forEach(one -> page.append(row(one)));
    page.append(UNSHOWN);
    return page.toString();
  }

  private static String row(Figure one) {
    return "| %s | %s | %s | %s | %s | %d | `%s` |%n"
        .formatted(
            cell(one.requirement()),
            cell(one.title()),
            cell(one.figure()),
            one.pass() ? "yes" : "**no**",
            switch (one.scale()) {
              case ORDINARY -> "small";
              case CHOSEN -> "chosen";
              case FULL -> "full";
            },
            one.seed(),
            cell(one.command()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replaceAll("\\s*\\n\\s*", " ");
  }

  private static String days(List<Figure> figures) {
    LocalDate first = day(figures.stream().min(Comparator.comparing(Figure::at)));
    LocalDate last = day(figures.stream().max(Comparator.comparing(Figure::at)));
    return first.equals(last) ? first.toString() : "%s to %s".formatted(first, last);
  }

  private static LocalDate day(Optional<Figure> figure) {
    return LocalDate.ofInstant(figure.orElseThrow().at(), ZoneOffset.UTC);
  }

  private static String machine() {
    return String.format(
        Locale.ROOT,
        "%d processors, %.0f GB memory, %s %s, Java %s",
        Runtime.getRuntime().availableProcessors(),
        memory() / 1e9,
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version().feature());
  }

  private static double memory() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean bean
        ? bean.getTotalMemorySize()
        : 0;
  }

  private static String commit() {
    try {
      Process git =
          new ProcessBuilder("git", "rev-parse", "--short=12", "HEAD")
              .directory(Figures.project().toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 ? said : "unknown";
    } catch (IOException e) {
      return "unknown";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }

  private static final String UNSHOWN =
      """

      ## What cannot be shown here

      - **Power loss and lying disks.** Every kill is a kill of a process: what it had written stays
        in the machine's memory. PostgreSQL runs with `fsync` on, Kafka does not sync each record;
        the protocol does not need it to, because a lost record is published again.
      - **Several brokers.** One Kafka broker runs here. Losing replicas was not tried; losing the
        only broker together with all its data was (R6).
      - **Real carriers.** The provider is our own fake, which writes down what it accepted before
        it misbehaves. What a carrier does behind the provider cannot be seen from here.
      - **A frozen process.** A notifier that is stopped between its claim and its request for
        longer than its lease can still send late, because no provider offers fencing. The bound is
        the number of sends in flight; it is tried with SIGSTOP, not excluded.
      - **More than one machine.** All clocks here are one clock unless a row says otherwise.
      """;
}

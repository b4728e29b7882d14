package org.termin.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.termin.testkit.report.Figure;
import org.termin.testkit.report.Figure.Scale;
import org.termin.testkit.report.FigureFiles;

/**
 * What an experiment chose and what it measured: sizes, seeds, and the files from which {@code
 * docs/reliability.md} is written.
 */
public final class Figures {
  private static final SecureRandom SEEDS = new SecureRandom();

  private Figures() {}

  /** Whether the experiments run in full, as in the profile {@code reliability}. */
  public static boolean full() {
    return Boolean.getBoolean("termin.reliability");
  }

  /**
   * The size of an experiment: the first one in the ordinary test command, the second one in the
   * profile; {@code -Dreliability.<name>=n} overrides both.
   */
  public static int size(String name, int ordinary, int full) {
    return Integer.getInteger("reliability." + name, full() ? full : ordinary);
  }

  /** The seed to use, printed: {@code -Dchaos.seed}, or else a fresh one. */
  public static long seed(String name) {
    long seed = Long.getLong("chaos.seed", SEEDS.nextLong(1_000_000_000L));
    System.out.printf("%s: -Dchaos.seed=%d%n", name, seed);
    return seed;
  }

  /**
   * Prints one line and keeps it for the report.
   *
   * @param requirement its number in the delivery protocol ("R1"), or a short name
   * @param title what was done, in a few words; one title of a requirement is one line
   * @param command how to do it again
   * @param figure what was measured, with units
   */
  public static void record(
      String requirement, String title, long seed, String command, String figure, boolean pass) {
    Figure one =
        new Figure(
            requirement, title, seed, command, figure, pass, scale(), Clock.systemUTC().instant());
    System.out.println(one);
    FigureFiles.in(folder()).write(one);
  }

  private static Scale scale() {
    boolean chosen =
        System.getProperties().stringPropertyNames().stream()
            .anyMatch(name -> name.startsWith("reliability."));
    if (chosen) {
      return Scale.CHOSEN;
    }
    return full() ? Scale.FULL : Scale.ORDINARY;
  }

  /** Where the files go: {@code -Dtermin.figures}, or {@code target/figures} of the project. */
  public static Path folder() {
    String told = System.getProperty("termin.figures", "");
    return told.isBlank() ? project().resolve("target/figures") : Path.of(told);
  }

  /** The root of the project that holds the working directory. */
  public static Path project() {
    Path here = Path.of("").toAbsolutePath();
    for (Path at = here; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("pom.xml")) && Files.isDirectory(at.resolve("testkit"))) {
        return at;
      }
    }
    return here;
  }
}

package org.termin.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.testkit.report.Figure.Scale;

class ReliabilityPageTest {
  private static final Instant DAY = Instant.parse("2026-11-22T08:00:00Z");
  @TempDir Path folder;

  @Test
  void keepsEachFigureAndOrdersThemByNumber() {
    FigureFiles files = FigureFiles.in(folder.resolve("figures"));
    assertThat(files.read()).isEmpty();
    files.write(figure("the designs", "side by side", true));
    files.write(figure("R10", "receipts", true));
    files.write(figure("R2", "extra copies", true));
    files.write(figure("R2", "extra copies", false));

    assertThat(files.read())
        .extracting(Figure::requirement)
        .containsExactly("R2", "R10", "the designs");
    assertThat(files.read().getFirst().pass()).as("the latest run counts").isFalse();
  }

  @Test
  void saysPlainlyWhatDidNotPass() {
    String page =
        ReliabilityPage.text(
            List.of(figure("R1", "no | loss", true), figure("R2", "extra\ncopies", false)),
            "2 processors",
            "abc");
    assertThat(page)
        .contains("- Commit: abc", "- Measured: 2026-11-22\n")
        .contains("| R1 | no \\| loss | 0 of 10 | yes | full | 7 | `mvn` |")
        .contains("| R2 | extra copies | 0 of 10 | **no** | full | 7 | `mvn` |")
        .contains("## What cannot be shown here");
  }

  private static Figure figure(String requirement, String title, boolean pass) {
    return new Figure(requirement, title, 7, "mvn", "0 of 10", pass, Scale.FULL, DAY);
  }
}

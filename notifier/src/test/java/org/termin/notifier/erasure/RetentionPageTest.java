package org.termin.notifier.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.termin.notifier.erasure.RetentionSchedule.About;
import org.termin.notifier.erasure.RetentionSchedule.Kept;
import org.termin.testkit.Figures;

/** An association signs what the program does; {@code -Dtermin.write=true} writes it. */
class RetentionPageTest {
  private static final Path PAGE = Figures.project().resolve("docs/dpia.md");
  private static final String BEGIN = "<!-- retention -->\n";
  private static final String END = "<!-- end of retention -->";

  @Test
  void theAssessmentSaysHowLongEachTableAboutPeopleIsKept() throws IOException {
    String page = Files.readString(PAGE);
    String table = table();
    if (Boolean.getBoolean("termin.write")) {
      Files.writeString(
          PAGE,
          page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
              + table
              + page.substring(page.indexOf(END)));
      page = Files.readString(PAGE);
    }
    assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
        .as("run this test with -Dtermin.write=true")
        .isEqualTo(table);
  }

  private static String table() {
    StringBuilder table = new StringBuilder("\n| table | holds | kept |\n|---|---|---|\n");
    for (Kept kept : RetentionSchedule.all()) {
      if (kept.about() == About.A_PERSON) {
        table.append("| `%s` | %s | %s |\n".formatted(kept.table(), kept.holds(), kept.kept()));
      }
    }
    return table.append("\n").toString();
  }
}

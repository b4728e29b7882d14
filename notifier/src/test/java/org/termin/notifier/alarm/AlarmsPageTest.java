package org.termin.notifier.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.termin.notifier.alarm.Alarm.Lasts;
import org.termin.testkit.Figures;

/** The page for volunteers says what the program says; {@code -Dtermin.write=true} writes it. */
class AlarmsPageTest {
  private static final Path PAGE = Figures.project().resolve("docs/alarms.md");
  private static final String BEGIN = "<!-- alarms -->";
  private static final String END = "<!-- end of alarms -->";

  @Test
  void everyAlarmIsExplainedInTheWordsOfTheProgram() throws IOException {
    String page = Files.readString(PAGE);
    String table = table();
    if (Boolean.getBoolean("termin.write")) {
      Files.writeString(
          PAGE,
          page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
              + "\n"
              + table
              + page.substring(page.indexOf(END)));
      page = Files.readString(PAGE);
    }
    assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length() + 1, page.indexOf(END)))
        .as("run this test with -Dtermin.write=true")
        .isEqualTo(table);
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder("\n| alarm | what it means and what to do | ends |\n|---|---|---|\n");
    List<Alarm> sorted =
        Arrays.stream(Alarm.values())
            .sorted((one, other) -> one.name().compareTo(other.name()))
            .toList();
    for (Alarm alarm : sorted) {
      String ends = alarm.lasts() == Lasts.A_DAY ? "a day after the last one" : "when it is over";
      table.append("| `%s` | %s | %s |\n".formatted(alarm, alarm.advice(), ends));
    }
    return table.append("\n").toString();
  }
}

package org.termin.notifier.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.termin.testkit.Figures;

/** Prometheus calls for every alarm; {@code -Dtermin.write=true} writes its rules. */
class AlertRulesTest {
  private static final Path RULES = Figures.project().resolve("docker/prometheus/alarms.yml");

  @Test
  void everyAlarmHasItsRuleInTheWordsOfTheProgram() throws IOException {
    String rules = rules();
    if (Boolean.getBoolean("termin.write")) {
      Files.writeString(RULES, rules);
    }
    assertThat(RULES).as("run this test with -Dtermin.write=true").hasContent(rules);
  }

  private static String rules() {
    StringBuilder rules =
        new StringBuilder(
            """
            # Written by AlertRulesTest from the notifier's alarms; docs/alarms.md says what each means.
            groups:
              - name: alarms
                rules:
            """);
    List<Alarm> sorted =
        Arrays.stream(Alarm.values()).sorted(Comparator.comparing(Alarm::name)).toList();
    for (Alarm alarm : sorted) {
      rules.append(
          """
                - alert: %s
                  expr: max(termin_alarm{name="%s"}) == 1
                  labels: { severity: call }
                  annotations:
                    summary: '%s'
          """
              .formatted(alarm, alarm, alarm.advice().replace("'", "''")));
    }
    return rules.toString();
  }
}

package org.termin.standalone.watched;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.testkit.Figures;

/** Prometheus' own test of rules, over every rule that ships and over a day without any fault. */
class AlertRulesTest {
  private static final Path RULES = Figures.project().resolve("docker/prometheus");
  private static final Pattern ALERT =
      Pattern.compile(
          "- alert: (\\w+)\\R +expr: (.*)\\R(?: +for: \\S+\\R)? +labels: \\{ severity: (\\w+) }");
  private static final Pattern ALARM = Pattern.compile("termin_alarm\\{name=\"(\\w+)\"}");

  private static final String HEAD =
      """
      rule_files: ["%1$s/alarms.yml", "%1$s/services.yml"]
      evaluation_interval: 15s
      tests:
      """;

  @TempDir Path folder;

  private record Rule(String name, String expression, String severity) {}

  @Test
  void everyAlarmCallsWithinTwoMinutesAndAHealthyDayCallsNobody() throws Exception {
    Path program = Prometheus.program("promtool");
    List<Rule> rules = rules();
    assertThat(rules).hasSizeGreaterThan(30);
    StringBuilder tests = new StringBuilder(HEAD.formatted(RULES));
    List<String> alarms =
        rules.stream()
            .flatMap(rule -> ALARM.matcher(rule.expression()).results())
            .map(alarm -> alarm.group(1))
            .toList();
    alarms.forEach(alarm -> tests.append(raised(alarm)));
    for (String job : List.of("notifier", "scheduler", "tracker-api")) {
      tests.append(away(job));
    }
    tests.append(neverBackedUp());
    tests.append(healthy(alarms));
    Path file = Files.writeString(folder.resolve("rules.yml"), tests);
    Process process =
        new ProcessBuilder(program.toString(), "test", "rules", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static List<Rule> rules() throws Exception {
    try (Stream<String> files =
        Stream.of("alarms.yml", "services.yml").map(name -> text(RULES.resolve(name)))) {
      return files
          .flatMap(text -> ALERT.matcher(text).results())
          .map(found -> new Rule(found.group(1), found.group(2), found.group(3)))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The notifier has raised it a minute after the fault; whoever is called hears of it in time. */
  private static String raised(String alarm) {
    return """
      - interval: 15s
        input_series:
          - { series: 'termin_alarm{name="%1$s", instance="a"}', values: '0x4 1x8' }
          - { series: 'termin_alarm{name="%1$s", instance="b"}', values: '0x12' }
        promql_expr_test:
          - expr: count(ALERTS{alertname="%1$s", alertstate="firing"})
            eval_time: 2m
            exp_samples: [{ value: 1 }]
    """
        .formatted(alarm);
  }

  /** It answered, and then nobody did. */
  private static String away(String job) {
    return """
      - interval: 15s
        input_series:
          - { series: 'up{job="%1$s", instance="a"}', values: '1x3 0x8' }
        promql_expr_test:
          - expr: count(ALERTS{alertname="%2$s", alertstate="firing"})
            eval_time: 2m
            exp_samples: [{ value: 1 }]
    """
        .formatted(
            job,
            (job.equals("tracker-api") ? "DOOR" : job.toUpperCase(java.util.Locale.ROOT))
                + "_AWAY");
  }

  /** A key is nine days old, and nobody has ever spoken of a backup. */
  private static String neverBackedUp() {
    return """
      - interval: 15s
        input_series:
          - { series: 'termin_age_seconds{of="newest-key"}', values: '777600x8' }
          - { series: 'termin_age_seconds{of="backup"}', values: 'NaN NaN NaN NaN NaN NaN NaN NaN NaN' }
        promql_expr_test:
          - expr: count(ALERTS{alertname="BACKUP_OLD", alertstate="firing"})
            eval_time: 2m
            exp_samples: [{ value: 1 }]
    """;
  }

  private static String healthy(List<String> alarms) {
    StringBuilder test = new StringBuilder("  - interval: 15s\n    input_series:\n");
    for (String job : List.of("notifier", "scheduler", "tracker-api")) {
      test.append("      - { series: 'up{job=\"%s\"}', values: '1x5760' }\n".formatted(job));
    }
    alarms.forEach(
        alarm ->
            test.append(
                "      - { series: 'termin_alarm{name=\"%s\"}', values: '0x5760' }\n"
                    .formatted(alarm)));
    test.append(
        """
              - { series: 'termin_age_seconds{of="backup"}', values: '0+15x5760' }
              - { series: 'termin_age_seconds{of="newest-key"}', values: '0+15x5760' }
            promql_expr_test:
              - expr: count(ALERTS) or vector(0)
                eval_time: 24h
                exp_samples: [{ value: 0 }]
              - expr: count(count_over_time(ALERTS[24h])) or vector(0)
                eval_time: 24h
                exp_samples: [{ value: 0 }]
        """);
    return test.toString();
  }
}

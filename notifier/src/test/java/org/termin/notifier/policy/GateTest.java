package org.termin.notifier.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.termin.notifier.policy.Verdict.Defer;
import org.termin.notifier.policy.Verdict.End;
import org.termin.notifier.policy.Verdict.Kind;
import org.termin.notifier.policy.Verdict.Pass;
import org.termin.testkit.Figures;

/** Runs {@code gate-decisions.md} line by line; the same table is shown in {@code docs/gate.md}. */
class GateTest {

  private static final List<String> LINES = lines();
  private final Gate gate = new Gate(new PublicHolidays());

  private record Said(Rule rule, Kind kind) {}

  static List<Decision> decisions() {
    return LINES.stream().skip(2).map(Decision::of).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("decisions")
  void theGateDecidesAsTheTableSays(Decision decision) {
    assertThat(decision.words(gate.judge(decision.facts())))
        .containsExactly(decision.then(), decision.because());
  }

  @Test
  void everyRuleHasACaseForEverythingItMaySay() {
    Set<Said> shown = new HashSet<>();
    for (Decision decision : decisions()) {
      switch (gate.judge(decision.facts())) {
        case Pass() -> {}
        case Defer(Instant _, Rule rule) -> shown.add(new Said(rule, Kind.DEFER));
        case End(var _, Rule rule) -> shown.add(new Said(rule, Kind.END));
      }
    }
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Rule.values())
                .flatMap(rule -> rule.verdicts().stream().map(kind -> new Said(rule, kind)))
                .toList());
  }

  @Test
  void everyRuleIsAMetricFromTheStartAndCounts() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    GateMeters counts = new GateMeters(meters);
    assertThat(tags(meters, 0)).hasSize(1 + Rule.values().length + 1); // paused waits and ends
    for (Decision decision : decisions()) {
      switch (gate.judge(decision.facts())) {
        case Pass() -> counts.passed();
        case Defer(Instant _, Rule rule) -> counts.deferred(rule);
        case End(var _, Rule rule) -> counts.ended(rule);
      }
    }
    assertThat(tags(meters, 0)).isEmpty();
  }

  private static List<String> tags(SimpleMeterRegistry meters, double count) {
    return meters.find("termin.gate").counters().stream()
        .filter(counter -> counter.count() == count)
        .map(Counter::getId)
        .map(id -> id.getTag("rule") + " " + id.getTag("verdict"))
        .toList();
  }

  @Test
  void casesHaveDifferentNames() {
    assertThat(decisions()).extracting(Decision::name).doesNotHaveDuplicates();
  }

  @Test
  void nothingArrivesAfterNineInTheEvening() {
    Decision late = Decision.of("| late | Wed 13.01.2027 19:30 " + "| ".repeat(13));
    assertThat(Gate.validFor(late.facts())).isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  void thePageShowsTheTableAsItIs() throws IOException {
    Path page = Figures.project().resolve("docs/gate.md");
    String current = Files.exists(page) ? Files.readString(page) : "";
    if (!current.equals(page())) {
      Path written = Figures.project().resolve("target/gate.md");
      Files.createDirectories(Objects.requireNonNull(written.getParent()));
      Files.writeString(written, page());
    }
    assertThat(current).as("docs/gate.md; the current page is target/gate.md").isEqualTo(page());
  }

  private static String page() {
    return """
    # The gate

    Whether a due message goes now, waits, or ends. The rules are asked in this order; the first that objects decides.
    This page is checked by `GateTest`, which runs every case below: change `gate-decisions.md` in the notifier's tests.
    Each rule is counted as `termin.gate{rule,verdict}`.

    ## Rules

    | rule | in words | what it may say |
    |---|---|---|
    %s

    "72 hours are left" means until the message would be stale or until the end of the last day to act. A rule that waits says
    "look again then": all rules are asked anew. Waiting never goes on after the message is stale; then it ends as
    *expired unsent*, and an alarm is raised. Codes, answers and notices are not asked here: they answer somebody at once.

    ## Cases

    What a case does not mention is ordinary: Wednesday 13.01.2027, 12:00 in Warsaw; an active person with a confirmed phone;
    a reminder that keeps for 30 days; nothing told today, no text in the week before; open channel, enough money.

    %s
    """
        .formatted(
            Arrays.stream(Rule.values()).map(GateTest::row).collect(Collectors.joining("\n")),
            String.join("\n", LINES));
  }

  private static String row(Rule rule) {
    String says =
        rule.verdicts().stream()
            .sorted()
            .map(kind -> kind == Kind.DEFER ? "waits" : "ends")
            .collect(Collectors.joining(", "));
    return "| %s | %s | %s |".formatted(rule.tag(), rule.sentence(), says);
  }

  private static List<String> lines() {
    try (var in = GateTest.class.getResourceAsStream("/gate-decisions.md")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

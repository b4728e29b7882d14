package org.termin.standalone.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.guidance.pack.Packs;
import picocli.CommandLine;

class EditorTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path folder;

  private int run(Object command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private Path spain(UnaryOperator<String> edit) throws IOException {
    try (InputStream pack = Packs.class.getResourceAsStream("/packs/ES.yaml")) {
      String text = new String(pack.readAllBytes(), StandardCharsets.UTF_8);
      String edited = edit.apply(text);
      return Files.writeString(folder.resolve("ES.yaml"), edited);
    }
  }

  private int check(Path file) {
    return run(new GuidanceCommand(), "check", file.toString(), "--today", "2026-11-22");
  }

  @Test
  void theReportCountsEveryPackAndNamesWhatIsOld() {
    assertThat(run(new GuidanceCommand(), "report", "--today", "2026-11-22")).isZero();
    Packs.load()
        .countries()
        .keySet()
        .forEach(country -> assertThat(out.toString()).contains("\n" + country.code() + " "));
    assertThat(out.toString())
        .contains(
            "PL look again PL-PDP-WINDOW: verify by 2027-02-19, known to hold until 2026-06-30");
  }

  @Test
  void allBuiltInPacksStand() {
    assertThat(run(new GuidanceCommand(), "check")).isZero();
    assertThat(out.toString().lines()).hasSameSizeAs(Packs.load().countries().keySet());
  }

  @Test
  void anUnchangedPackMovesNobody() throws IOException {
    assertThat(check(spain(text -> text))).isZero();
    assertThat(out.toString()).contains("0 of 10 sample residents read something else");
  }

  @Test
  void aShorterGraceIsShownBeforeAndAfter() throws IOException {
    assertThat(check(spain(text -> text.replace("by: [P3M]", "by: [P2M]")))).isZero();
    assertThat(out.toString())
        .contains("the permit ends first")
        .contains("  −   - A late one is taken until Sat 22.05.2027. [es-renewal-window]")
        .contains("  +   - A late one is taken until Thu 22.04.2027. [es-renewal-window]");
  }

  @Test
  void aChangedSentenceIsShownToo() throws IOException {
    assertThat(
            check(
                spain(
                    text ->
                        text.replace(
                            "Collect your papers for the immigration office.",
                            "Collect the papers for the immigration office."))))
        .isZero();
    assertThat(out.toString()).contains("Collect the papers").contains("of 10 sample residents");
  }

  @Test
  void aBrokenPackIsNamedWithEveryPlaceThatIsWrong() throws IOException {
    Path file =
        spain(
            text ->
                text.replace("confidence: medium", "confidence: sure").replace("lawyer", "layer"));
    assertThat(check(file)).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("ES.yaml").contains("confidence").contains("ways-out");
  }

  @Test
  void twoRoutesOfOneNameAreNamed() throws IOException {
    Path file =
        spain(
            text ->
                text.replace("  - id: es-cedula\n", "  - id: es-permit-renewal\n")
                    .replaceAll("(?s)\n    es-cedula:\n.*?(?=\n    es-cedula-next:)", ""));
    assertThat(check(file)).isEqualTo(1);
    assertThat(err.toString()).contains("ES.yaml is not a pack: two routes named");
  }

  @Test
  void aLanguageNobodyWroteIsSaidSo() {
    assertThat(run(new PlanCommand(), "--country=PL", "--permit=2027-08-20", "--language=fr"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("The languages are be, ru, en");
  }

  @Test
  void aTextThatIsTooLongIsNamed() throws IOException {
    Path file =
        spain(
            text ->
                text.replace("Магчымы штраф.", "Магчымы вельмі вялікі штраф. ".repeat(4).strip()));
    assertThat(check(file)).isEqualTo(1);
    assertThat(err.toString()).contains("too long");
  }

  @Test
  void aFileThatIsNotThereIsSaidSo() {
    assertThat(check(folder.resolve("XX.yaml"))).isEqualTo(1);
    assertThat(err.toString()).contains("XX.yaml cannot be read");
  }

  @Test
  void aPlanIsPrintedWithItsReasonsAndSources() {
    assertThat(
            run(
                new PlanCommand(),
                "--country=PL",
                "--passport=2027-03-14",
                "--permit=2027-08-20",
                "--today=2026-11-22"))
        .isZero();
    assertThat(out.toString())
        .contains("apply by Sun 14.03.2027")
        .contains(
            "On the filing day this must be valid: passport (until Sun 14.03.2027)."
                + " [PL-RP-PASSPORT, binds]")
        .contains("sources")
        .contains("https://www.gazetaprawna.pl/");
  }

  @Test
  void aCountryNobodyHasCheckedIsSaidSo() {
    assertThat(run(new PlanCommand(), "--country=JP", "--permit=2027-08-20")).isZero();
    assertThat(out.toString()).contains("nobody has checked its rules");
  }

  @Test
  void whatIsMissingIsAskedFor() {
    assertThat(run(new PlanCommand(), "--country=PL")).isEqualTo(2);
    assertThat(run(new PlanCommand(), "--country=Poland", "--permit=2027-08-20")).isEqualTo(2);
    assertThat(run(new PlanCommand(), "--country=PL", "--permit=2027-08-20", "--ground=none"))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains("Give at least one date")
        .contains("There is no such country")
        .contains("This country asks nothing");
  }
}

package org.termin.standalone.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LicencesTest {
  private static final Licences LICENCES =
      new Licences(
          Set.of("MIT", "EPL-2.0"), Map.of("The MIT one", "MIT"), Map.of("org:both", "EPL-2.0"));

  @Test
  void anAllowedLicenceShipsHoweverItIsSpelled() {
    assertThat(LICENCES.of(library("a", "MIT"))).contains("MIT");
    assertThat(LICENCES.of(library("a", "The MIT one"))).contains("MIT");
  }

  @Test
  void whatIsNotAllowedOrUnknownOrSilentIsNamed() {
    List<Library> libraries =
        List.of(library("gpl", "GPL-3.0-only"), library("odd", "As is"), library("silent"));
    assertThat(new Licences(Set.of("MIT"), Map.of(), Map.of()).complaints(libraries))
        .containsExactly("org:gpl 1: [GPL-3.0-only]", "org:odd 1: [As is]", "org:silent 1: []");
  }

  @Test
  void ofSeveralLicencesSomebodyHasToChoose() {
    assertThat(LICENCES.of(library("other", "MIT", "EPL-2.0"))).isEmpty();
    assertThat(LICENCES.of(library("both", "EPL-2.0", "LGPL-2.1-only"))).contains("EPL-2.0");
    assertThat(LICENCES.of(library("both", "LGPL-2.1-only")))
        .as("what was chosen is not offered any more")
        .isEmpty();
  }

  @Test
  void aChoiceThatNothingNeedsIsNamed() {
    assertThat(LICENCES.complaints(List.of()))
        .containsExactly("org:both: chosen, but does not ship");
  }

  @Test
  void thePageGroupsByLicenceAndSaysWhereALibraryShips() {
    Library one = library("one", "MIT");
    Library starter = library("starter", "MIT");
    List<Program> programs =
        List.of(
            new Program("notifier", Map.of(one.file(), ""), List.of(one, starter)),
            new Program("door", Map.of(one.file(), ""), List.of(one)));
    assertThat(LicencePage.text(programs, LICENCES))
        .contains("## MIT: 1\n", "| org:one | 1 | door, notifier |\n")
        .doesNotContain("starter");
  }

  private static Library library(String name, String... licences) {
    return new Library("org", name, "1", name + "-1.jar", "", List.of(licences));
  }
}

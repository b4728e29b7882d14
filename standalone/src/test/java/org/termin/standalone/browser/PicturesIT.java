package org.termin.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.standalone.browser.Chromium.Screen;
import org.termin.testkit.Figures;

/**
 * Takes the pictures that README shows; {@code -Dtermin.write=true} puts them into docs/images. The
 * ordinary test command walks once, to see that none is missing.
 */
class PicturesIT {
  @RegisterExtension static final Scene SCENE = Scene.plain();
  @TempDir static Path folder;

  @ParameterizedTest(name = "{0} on {1} × {2}")
  @CsvSource({"be, 360, 740", "en, 360, 740", "be, 1280, 800", "en, 1280, 800"})
  void everyStepHasItsPicture(String language, int width, int height) throws IOException {
    assumeTrue(
        language.equals("be") && width == 360
            || Boolean.getBoolean("termin.write")
            || Figures.full(),
        "one walk shows whether a page has no picture");
    Path images = Files.createDirectories(images());
    String suffix = "-%s-%d.webp".formatted(language, width);
    List<String> seen;
    try (BrowserContext context = SCENE.fresh(new Screen(width, height), false)) {
      seen =
          new Walk(
                  SCENE.termin(),
                  context.newPage(),
                  language,
                  (name, page) -> keep(images.resolve(name + suffix), Picture.of(page)))
              .everyPage("+4851210%04d".formatted(width + (language.equals("be") ? 0 : 1)));
    }
    String page = Files.readString(Checkers.root().resolve("docs/pictures.md"));
    for (String name : seen) {
      assertThat(images.resolve(name + suffix)).isNotEmptyFile();
      for (String other : List.of("-be-360", "-en-360", "-be-1280", "-en-1280")) {
        assertThat(page).as("docs/pictures.md").contains("images/" + name + other + ".webp");
      }
    }
  }

  private static void keep(Path file, byte[] picture) {
    try {
      Files.write(file, picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path images() {
    if (!Boolean.getBoolean("termin.write")) {
      return folder.resolve("images");
    }
    return Checkers.root().resolve("docs/images");
  }
}

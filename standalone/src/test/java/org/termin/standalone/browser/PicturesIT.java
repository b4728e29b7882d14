package org.termin.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.standalone.browser.Chromium.Screen;

/** Takes the pictures that README shows; {@code -Dtermin.write=true} puts them into docs/images. */
class PicturesIT {
  @RegisterExtension static final Scene SCENE = Scene.plain();
  @TempDir static Path folder;

  @ParameterizedTest(name = "{0} on {1} × {2}")
  @CsvSource({"be, 360, 740", "en, 360, 740", "be, 1280, 800", "en, 1280, 800"})
  void everyPageHasItsPicture(String language, int width, int height) throws IOException {
    Path images = Files.createDirectories(images());
    try (BrowserContext context = SCENE.fresh(new Screen(width, height), false)) {
      var seen =
          new Walk(
                  SCENE.termin(),
                  context.newPage(),
                  language,
                  (name, page) ->
                      page.screenshot(
                          new Page.ScreenshotOptions()
                              .setFullPage(true)
                              .setPath(
                                  images.resolve("%s-%s-%d.png".formatted(name, language, width)))))
              .everyPage("+4851210%04d".formatted(width + (language.equals("be") ? 0 : 1)));
      for (String name : seen) {
        assertThat(images.resolve("%s-%s-%d.png".formatted(name, language, width)))
            .isNotEmptyFile();
      }
    }
  }

  private static Path images() {
    if (!Boolean.getBoolean("termin.write")) {
      return folder.resolve("images");
    }
    return Checkers.root().resolve("docs/images");
  }
}

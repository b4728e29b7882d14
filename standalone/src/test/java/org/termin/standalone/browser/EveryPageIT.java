package org.termin.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.standalone.browser.Chromium.Screen;

/** Every page in every state: open to everybody, sound, light, and without scripts. */
class EveryPageIT {
  private static final int HEAVIEST = 40 * 1024;

  /** Everything of WCAG 2.2 up to AA that a program can see, and what its makers hold for good. */
  static final String RUN =
      """
      async () => {
        const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',
            'wcag21aa', 'wcag22aa', 'best-practice'] });
        return found.violations.flatMap(one => one.nodes.map(
            node => one.id + ': ' + node.html.slice(0, 160) + ' ' + node.failureSummary.slice(0, 300)));
      }
      """;

  @TempDir static Path folder;

  @RegisterExtension static final Scene SCENE = Scene.checked();

  @ParameterizedTest(name = "{0}, {1} px, {2}")
  @CsvSource({
    "be, 320, LIGHT",
    "en, 360, DARK",
    "ru, 1280, DARK",
    "pl, 320, LIGHT",
    "lt, 360, LIGHT"
  })
  void keepsNobodyOutAndIsSoundAndLight(String language, int width, ColorScheme scheme)
      throws IOException, InterruptedException {
    List<String> violations = new ArrayList<>();
    List<String> wide = new ArrayList<>();
    Map<String, String> sources = new LinkedHashMap<>();
    List<String> last = new ArrayList<>();
    try (BrowserContext context = SCENE.fresh(new Screen(width, 640), true)) {
      Page page = context.newPage();
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      page.onResponse(response -> keep(response, last));
      new Walk(
              SCENE.termin(),
              page,
              language,
              (name, at) -> {
                sources.put(name, last.getLast());
                last.clear();
                at.evaluate(SCENE.checkers().axe());
                ((List<?>) at.evaluate(RUN)).forEach(one -> violations.add(name + " " + one));
                if (!Boolean.TRUE.equals(
                    at.evaluate(
                        "() => document.documentElement.scrollWidth <= window.innerWidth"))) {
                  wide.add(name);
                }
              })
          .everyPage(Phones.next());
    }
    assertThat(violations).isEmpty();
    assertThat(wide).as("pages to be scrolled sideways").isEmpty();
    areSoundAndLight(sources, language);
  }

  private static void areSoundAndLight(Map<String, String> sources, String language)
      throws IOException, InterruptedException {
    int style = SCENE.termin().door.get("/style.css").text().length();
    List<Path> files = new ArrayList<>();
    Map<String, Integer> heavy = new LinkedHashMap<>();
    for (Map.Entry<String, String> one : sources.entrySet()) {
      Path file = folder.resolve(one.getKey() + "-" + language + ".html");
      files.add(Files.writeString(file, one.getValue()));
      int weight = one.getValue().getBytes(StandardCharsets.UTF_8).length + style;
      if (weight > HEAVIEST) {
        heavy.put(one.getKey(), weight);
      }
    }
    assertThat(SCENE.checkers().markup(files)).isEmpty();
    assertThat(heavy).as("heavier than 40 kB with their style").isEmpty();
    assertThat(sources.values()).noneMatch(source -> source.contains("<script"));
  }

  private static void keep(Response response, List<String> last) {
    boolean page =
        response.request().resourceType().equals("document")
            && (response.status() < 300 || response.status() >= 400);
    if (page) {
      last.add(response.text());
    }
  }
}

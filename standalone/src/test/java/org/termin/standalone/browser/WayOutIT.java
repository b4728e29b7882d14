package org.termin.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.standalone.browser.Chromium.Screen;

/** Somebody comes into the room: one touch, from wherever the person has scrolled to. */
class WayOutIT {
  private static final int SMALLEST_TARGET = 24;

  @RegisterExtension static final Scene SCENE = Scene.plain();

  @ParameterizedTest(name = "{0} on {1} × {2}")
  @CsvSource({"be, 320, 480", "ru, 360, 740", "en, 1280, 800", "pl, 320, 480", "lt, 320, 480"})
  void theExitIsOnScreenAndUncoveredAtBothEndsOfEveryPage(String language, int width, int height) {
    List<String> hidden = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    List<String> told = new ArrayList<>();
    try (BrowserContext context = SCENE.fresh(new Screen(width, height), false)) {
      Page page = context.newPage();
      page.onRequest(
          request -> {
            if (!request.url().startsWith(SCENE.termin().supervisor.door().toString())) {
              foreign.add(URI.create(request.url()).getHost());
            }
          });
      List<String> seen =
          new Walk(
                  SCENE.termin(),
                  page,
                  language,
                  (name, at) -> {
                    if (!isReachable(at, "top", width, height)
                        || !isReachable(at, "end", width, height)) {
                      hidden.add(name);
                    }
                    if (!at.title().equals("Termin")) {
                      told.add(name);
                    }
                  })
              .everyPage(Phones.next());
      assertThat(seen).hasSizeGreaterThan(20);
    }
    assertThat(hidden).as("the exit is out of reach").isEmpty();
    assertThat(told).as("a title that says more").isEmpty();
    assertThat(foreign).as("asked of others").isEmpty();
  }

  private static boolean isReachable(Page page, String end, int width, int height) {
    page.keyboard().press(end.equals("top") ? "Control+Home" : "Control+End");
    var exit = page.locator("form.exit button");
    if (exit.count() != 1) {
      return false;
    }
    BoundingBox box = exit.boundingBox();
    return box.x >= 0
        && box.y >= 0
        && box.x + box.width <= width
        && box.y + box.height <= height
        && box.width >= SMALLEST_TARGET
        && box.height >= SMALLEST_TARGET
        && Boolean.TRUE.equals(
            exit.evaluate(
                """
                button => {
                  const box = button.getBoundingClientRect();
                  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                  return top === button || button.contains(top);
                }
                """));
  }

  @Test
  void leavingForgetsThePersonAndShowsADay() {
    try (BrowserContext context = SCENE.fresh(Screen.PHONE, false)) {
      Page page = context.newPage();
      new Walk(SCENE.termin(), page, "be", (_, _) -> {}).signUp("+48512003001");
      String codeWord = page.locator("dd strong").first().innerText();
      assertThat(codeWord).isNotBlank();
      page.waitForNavigation(() -> page.locator("form.exit button").press("Enter"));
      assertThat(page.title()).isEqualTo("Каляндар");
      assertThat(context.cookies()).isEmpty();
      page.goBack();
      assertThat(page.locator("body").innerText()).doesNotContain(codeWord);
      assertThat(page.url()).endsWith("/be/enter");
    }
  }
}

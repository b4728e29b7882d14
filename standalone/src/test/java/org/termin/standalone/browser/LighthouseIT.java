package org.termin.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.termin.standalone.browser.Chromium.Screen;

/**
 * Lighthouse opens pages by their address, and most of ours answer a form or a session: so it is
 * given what the door answered on a walk, byte by byte with its headers.
 */
class LighthouseIT {
  @RegisterExtension static final Scene SCENE = Scene.checked();

  @Test
  void hasNothingAgainstAnyPage() throws IOException, InterruptedException {
    List<Response> answers = new ArrayList<>();
    try (Replay replay = Replay.start(SCENE.termin().supervisor.door());
        BrowserContext context = SCENE.fresh(Screen.PHONE, true)) {
      Page page = context.newPage();
      page.onResponse(
          response -> {
            if (response.request().resourceType().equals("document")) {
              answers.add(response);
            }
          });
      new Walk(SCENE.termin(), page, "be", (name, _) -> replay.keep(name, answers.getLast()))
          .everyPage("+48512007001");
      var said = SCENE.checkers().lighthouse(replay.addresses());
      assertThat(said).hasSameSizeAs(replay.addresses());
      assertThat(said)
          .allSatisfy(
              one -> {
                assertThat(one.trouble()).as(one.page()).isEmpty();
                assertThat(one.failed()).as(one.page()).isEmpty();
                assertThat(one.accessibility()).as(one.page()).isEqualTo(1.0);
                assertThat(one.practices()).as(one.page()).isEqualTo(1.0);
              });
    }
  }
}

package org.termin.standalone.browser;

import com.microsoft.playwright.BrowserContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.termin.standalone.RunningTermin;
import org.termin.standalone.browser.Chromium.Screen;

/** A Chromium and a whole Termin for the tests of one class. */
final class Scene implements BeforeAllCallback, AfterAllCallback {
  private final boolean checked;
  private @Nullable Checkers checkers;
  private @Nullable Chromium chromium;
  private @Nullable RunningTermin termin;

  private Scene(boolean checked) {
    this.checked = checked;
  }

  /** For tests that walk. */
  static Scene plain() {
    return new Scene(false);
  }

  /** For tests that have others look at the pages; skipped where those are not installed. */
  static Scene checked() {
    return new Scene(true);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (checked) {
      checkers = Checkers.found();
    }
    chromium = Chromium.open();
    termin = RunningTermin.start(RunningTermin.newFolder());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (termin != null) {
      termin.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  Checkers checkers() {
    return Objects.requireNonNull(checkers, "installed");
  }

  RunningTermin termin() {
    return Objects.requireNonNull(termin, "started");
  }

  BrowserContext fresh(Screen screen, boolean scripts) {
    return Objects.requireNonNull(chromium, "started").fresh(screen, scripts);
  }
}

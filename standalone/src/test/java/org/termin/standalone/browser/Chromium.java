package org.termin.standalone.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium; where there is none, the tests that need it are skipped. */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
  // nothing but the pages may be asked for, not even by the browser itself
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium open() {
    Path program =
        program().orElseGet(() -> abort("no Chromium on this machine: pages are not walked"));
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Chromium(
        playwright,
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(QUIET)));
  }

  static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A browser that nobody used before, on a screen of that size. */
  BrowserContext fresh(Screen screen, boolean scripts) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(screen.width(), screen.height())
            .setJavaScriptEnabled(scripts)
            .setLocale("en-GB")
            .setTimezoneId("Europe/Warsaw"));
  }

  /** A browser with scripts that keeps what browsers keep in {@code profile}. */
  BrowserContext keeping(Path profile) {
    return playwright
        .chromium()
        .launchPersistentContext(
            profile,
            new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(program().orElseThrow())
                .setArgs(QUIET)
                .setViewportSize(Screen.PHONE.width(), Screen.PHONE.height())
                .setLocale("en-GB")
                .setTimezoneId("Europe/Warsaw"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  /** The size of a screen in pixels of style sheets. */
  record Screen(int width, int height) {
    static final Screen SMALLEST = new Screen(320, 480);
    static final Screen PHONE = new Screen(360, 740);
    static final Screen DESK = new Screen(1280, 800);
  }
}

package org.termin.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.termin.contract.sealed.EpochKeys;
import org.termin.database.Role;
import org.termin.standalone.browser.Chromium.Screen;
import org.termin.testkit.Figures;
import org.termin.testkit.InventedResidents;

/**
 * Invented residents in twelve countries, a real release, and every page that shows its figures:
 * open to everybody, sound, and one sheet of paper where it is meant to be one.
 */
class WavesSeenIT {
  private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b");
  private static final List<String> PUBLIC = List.of("waves", "waves/pl", "waves/pl/brief");
  private static final List<String> ORGANISERS =
      List.of("o", "o/waves/pl", "o/poster", "o/members", "o/invitations", "o/audit");
  private static final List<String> PICTURES =
      List.of("waves", "waves/pl", "waves/pl/brief", "o", "o/waves/pl", "o/poster");
  private static final List<String> SHEETS = List.of("waves/pl/brief", "o/poster");

  @RegisterExtension static final Scene SCENE = Scene.checked();
  @TempDir static Path folder;

  private final Organisers organisers = new Organisers(SCENE);
  private final List<String> violations = new ArrayList<>();
  private final Map<String, String> sources = new TreeMap<>();

  @Test
  void keepNobodyOutAndFitTheirSheets() throws IOException, InterruptedException, SQLException {
    InventedResidents.codes()
        .forEach(code -> organisers.says(0, "community", "create", code.value()));
    moveIn(Figures.size("invented", 4_000, 20_000));
    SCENE.termin().recording.advance("P1D");
    // links are over after a day
    String largest = InventedResidents.codes().getFirst().value();
    List<String> founders =
        organisers.links(organisers.says(0, "organiser", "found", "--community=" + largest));
    try (BrowserContext phone = SCENE.fresh(Screen.PHONE, true);
        BrowserContext desk = SCENE.fresh(Screen.DESK, true);
        BrowserContext smallest = SCENE.fresh(Screen.SMALLEST, true)) {
      Page small = organisers.withPasskeys(phone);
      Page narrow = smallest.newPage();
      Page large = organisers.withPasskeys(desk);
      organisers.enrol(small, founders.getFirst());
      organisers.enrol(large, founders.getLast());
      organisers.signIn(small);
      organisers.signIn(large);
      for (String page : PUBLIC) {
        look(small, "en/" + page, 360);
        look(large, "be/" + page, 1280);
      }
      for (String page : PUBLIC) {
        look(narrow, "ru/" + page, 320);
      }
      for (String page : ORGANISERS) {
        look(small, page, 360);
        look(large, page, 1280);
      }
    }
    assertThat(violations).isEmpty();
    assertThat(organisers.complaints()).as("of the browser").isEmpty();
    List<Path> files = new ArrayList<>();
    for (var one : sources.entrySet()) {
      files.add(Files.writeString(folder.resolve(one.getKey() + ".html"), one.getValue()));
    }
    // the field that guards forms is the framework's
    assertThat(SCENE.checkers().markup(files))
        .filteredOn(one -> !one.contains("info Trailing slash on void elements"))
        .isEmpty();
  }

  private void look(Page page, String path, int width) throws IOException {
    String name = path.replace('/', '-') + "-" + width;
    var answer = page.navigate(organisers.site() + "/" + path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
    sources.put(name, answer.text());
    page.evaluate(SCENE.checkers().axe());
    ((List<?>) page.evaluate(EveryPageIT.RUN)).forEach(one -> violations.add(name + " " + one));
    if (!Boolean.TRUE.equals(
        page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))) {
      violations.add(name + " is to be scrolled sideways");
    }
    String bare = path.replaceFirst("^(be|ru|en)/", "");
    if (width != Screen.SMALLEST.width() && PICTURES.contains(bare)) {
      keep(name, Picture.of(page));
    }
    if (SHEETS.contains(bare)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
      assertThat(SHEET.matcher(new String(printed, StandardCharsets.ISO_8859_1)).results().count())
          .as("sheets of " + name)
          .isEqualTo(1);
    }
  }

  /** With {@code -Dtermin.write=true} the pictures are put into docs/images. */
  private static void keep(String name, byte[] picture) throws IOException {
    Path images =
        Boolean.getBoolean("termin.write") ? Checkers.root().resolve("docs/images") : folder;
    Files.write(images.resolve("seen-" + name + ".webp"), picture);
  }

  private static void moveIn(int households) throws SQLException, IOException {
    var supervisor = SCENE.termin().supervisor;
    Path secret = supervisor.settings().folders().keys();
    Path newest;
    try (var files = Files.walk(secret)) {
      newest =
          files
              .filter(file -> EpochKeys.epochOf(file.getFileName().toString()).isPresent())
              .max(Path::compareTo)
              .orElseThrow();
    }
    int epoch = EpochKeys.epochOf(newest.getFileName().toString()).orElseThrow();
    try (Connection store =
        DriverManager.getConnection(
            supervisor.storeUrl(), Role.NOTIFIER.login(), supervisor.password(Role.NOTIFIER))) {
      new InventedResidents(
              EpochKeys.of(epoch, Files.readAllBytes(newest)),
              SCENE.termin().today(),
              Figures.seed("invented"))
          .moveInto(store, households);
      everythingIsDue(store);
    }
  }

  /** All figures are drawn at the next release, not a quarter of them. */
  private static void everythingIsDue(Connection store) throws SQLException {
    try (var statement = store.createStatement()) {
      statement.executeUpdate(
          """
          insert into wave.draw (scope, country, document, drawn)
          select scope, country, document, '2025-01-06'
            from (select '00000000-0000-0000-0000-000000000000'::uuid as scope
                  union all select id from organiser.community) s,
                 unnest('{PL,LT,DE,GE,CZ,UA,LV,ES,IT,EE,NL,US}'::text[]) country,
                 unnest('{passport,residence-permit,travel-document}'::text[]) document
          """);
      store.commit();
    }
  }
}

package org.termin.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.standalone.RunningTermin;
import org.termin.standalone.browser.Chromium.Screen;

/**
 * From the first page to the last one with a keyboard only, with scripts and without; what it takes
 * is counted, and stands in docs/walk.md ({@code -Dtermin.write=true} writes it).
 */
class ByHandIT {
  @RegisterExtension static final Scene SCENE = Scene.plain();

  @ParameterizedTest(name = "{0}, scripts: {1}")
  @CsvSource({"ALONE, false", "ALONE, true", "FAMILY, false", "FAMILY, true"})
  void aResidentGetsToTheEndByKeyboard(Household household, boolean scripts) throws IOException {
    String phone = "+48512%06d".formatted(400_000 + household.ordinal() * 2 + (scripts ? 1 : 0));
    try (BrowserContext context = SCENE.fresh(Screen.PHONE, scripts)) {
      Page page = context.newPage();
      Hands hands = new Hands(page);
      Instant from = Instant.now();
      journey(household, phone, page, hands);
      Duration took = Duration.between(from, Instant.now());
      assertThat(page.locator("h1").innerText()).isEqualTo("Done. We will write in time.");
      compare(household, line(household, hands.counted()), took);
      hands.press("main a.button");
      assertThat(page.locator("main section.card h2 .badge").count())
          .isEqualTo(2 * household.people());
    }
  }

  /** Who signs up; everybody has a passport and a residence permit. */
  enum Household {
    ALONE("One person", 1, 0),
    FAMILY("A family of five", 2, 3);

    private final String said;
    private final int adults;
    private final int children;

    Household(String said, int adults, int children) {
      this.said = said;
      this.adults = adults;
      this.children = children;
    }

    int people() {
      return adults + children;
    }
  }

  private static void journey(Household household, String phone, Page page, Hands hands) {
    RunningTermin termin = SCENE.termin();
    LocalDate today = termin.today();
    page.navigate(termin.supervisor.door() + "/en");
    hands.press("main a.button");
    hands.choose("#country", "Pola");
    hands.press("main form button");
    for (int child = 0; child < household.children; child++) {
      hands.press("button[value=child]");
    }
    for (int adult = 1; adult < household.adults; adult++) {
      hands.press("button[value=adult]");
    }
    // passport, permit and a rare third document for everybody
    for (int person = 0; person < household.people(); person++) {
      hands.day(person * 3, today.plusYears(2).withMonth(11).withDayOfMonth(14));
      hands.day(person * 3 + 1, today.plusYears(1).withMonth(10).withDayOfMonth(22));
    }
    hands.press("main form button:not(.first):not([name=add])");
    hands.press("main form button");
    hands.type("#phone", phone);
    hands.press("main form button");
    hands.tick("input[name=wording]");
    hands.tick("input[name=reminders]");
    hands.press("main form button");
    // the record is made in the background
    await()
        .atMost(RunningTermin.PATIENCE)
        .until(
            () -> {
              page.reload();
              return page.locator("button[formaction]").count() == 1;
            });
    hands.type("input.digits", termin.codeAt(phone));
    hands.press(".card button");
    List<String> groups = page.locator(".receipt span").allInnerTexts();
    assertThat(groups).hasSize(6);
    hands.type("#last", groups.getLast());
    hands.press("main form button");
  }

  /** The keystroke-level model of Card, Moran and Newell (1980): a key 0.28 s, a thought 1.35 s. */
  private static String line(Household household, Hands.Counted counted) {
    double seconds = counted.keys() * 0.28 + (counted.answers() + counted.buttons()) * 1.35;
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %.0f s |",
        household.said,
        counted.answers(),
        counted.fields(),
        counted.buttons(),
        counted.keys(),
        seconds);
  }

  private static void compare(Household household, String line, Duration took) throws IOException {
    System.out.println(line + " pages and waiting for the code: " + took.toMillis() + " ms");
    Path page = Checkers.root().resolve("docs/walk.md");
    String text = Files.readString(page);
    if (Boolean.getBoolean("termin.write")) {
      String pattern = "(?m)^\\| " + household.said + " \\|.*$";
      Files.writeString(page, text.replaceFirst(pattern, line));
    } else {
      assertThat(text).as("docs/walk.md").contains(line);
    }
  }
}

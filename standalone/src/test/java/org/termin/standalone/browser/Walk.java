package org.termin.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.termin.standalone.RunningTermin;

/** One person's way through all pages, from the first one to the erased registration. */
final class Walk {
  private final RunningTermin termin;
  private final Page page;
  private final String language;
  private final Look look;
  private final List<String> seen = new ArrayList<>();

  Walk(RunningTermin termin, Page page, String language, Look look) {
    this.termin = termin;
    this.page = page;
    this.language = language;
    this.look = look;
  }

  /** Every page there is; says their names. */
  List<String> everyPage(String phone) {
    publicPages();
    signUp(phone);
    ownPages();
    go("/erase", "erase", "/me");
    press("button[value=erase]");
    arrived("erased");
    return List.copyOf(seen);
  }

  private void publicPages() {
    for (String path :
        List.of(
            "",
            "/enter",
            "/real",
            "/privacy",
            "/how",
            "/guide",
            "/guide/pl",
            "/help",
            "/help/pl",
            "/status",
            "/waves",
            "/waves/pl",
            "/alerts",
            "/erased")) {
      go(path, path.isEmpty() ? "home" : path.substring(1).replace('/', '-'), "");
    }
    page.navigate(at("/nowhere"));
    arrived("not-found");
    page.navigate(termin.supervisor.door() + "/problems/unknown-code");
    arrived("problem");
    page.navigate(at("/enter"));
    page.fill("#receipt", "wrong");
    press("main button");
    arrived("enter-wrong");
  }

  /** Signs up and ends on the own page. */
  void signUp(String phone) {
    LocalDate today = termin.today();
    go("/start", "country", "");
    press("main button");
    arrived("country-wrong");
    page.selectOption("#country", "PL");
    press("main button");
    arrived("documents");
    press("button[value=child]");
    arrived("documents-child");
    printed(0, "31", "2", "2027");
    press("main button >> nth=0");
    arrived("documents-wrong");
    printed(0, today.plusDays(500));
    printed(1, today.plusDays(120));
    printed(3, today.plusDays(300));
    press("main button >> nth=0");
    arrived("plan");
    press("main form button >> nth=0");
    arrived("contact");
    press("main button");
    arrived("contact-wrong");
    page.fill("#phone", phone);
    press("main button");
    arrived("wording");
    press("main button");
    arrived("wording-wrong");
    tick("input[value=discreet]");
    tick("input[name=reminders]");
    press("main button");
    arrived("code-early");
    // the record is made in the background
    Locator again = page.locator("button[formaction]");
    await()
        .atMost(RunningTermin.PATIENCE)
        .until(
            () -> {
              page.reload();
              return again.count() == 1;
            });
    page.fill("input.digits", "000000");
    press(".card button >> nth=0");
    arrived("code-wrong");
    page.fill("input.digits", termin.codeAt(phone));
    press(".card button >> nth=0");
    arrived("receipt");
    page.fill("#last", "!!!!");
    press("main button");
    arrived("receipt-wrong");
    page.fill("#last", page.locator(".receipt span").last().innerText());
    press("main button");
    arrived("done");
    press("main a.button");
    arrived("me");
  }

  private void ownPages() {
    press("button[value=filed] >> nth=0");
    arrived("me-filed");
    for (String path : List.of("change", "moved")) {
      go("/" + path, path, "/me");
    }
  }

  private void go(String path, String name, String under) {
    page.navigate(at(under + path));
    arrived(name);
  }

  private String at(String path) {
    return termin.supervisor.door() + "/" + language + path;
  }

  private void press(String button) {
    // by the keyboard: it needs no scripts, and nothing may need more than it
    page.waitForNavigation(() -> page.locator(button).first().press("Enter"));
  }

  private void printed(int row, LocalDate day) {
    printed(
        row,
        String.valueOf(day.getDayOfMonth()),
        String.valueOf(day.getMonthValue()),
        String.valueOf(day.getYear()));
  }

  private void printed(int row, String day, String month, String year) {
    page.fill("#day" + row, day);
    page.fill("#month" + row, month);
    page.fill("#year" + row, year);
  }

  private void tick(String box) {
    page.locator(box).press("Space");
  }

  private void arrived(String name) {
    assertThat(page.locator("h1").count()).as(name).isEqualTo(1);
    seen.add(name);
    look.at(name, page);
  }
}

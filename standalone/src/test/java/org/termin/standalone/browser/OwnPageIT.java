package org.termin.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.termin.standalone.RunningTermin;
import org.termin.standalone.browser.Chromium.Screen;

/** Everything a person can do on the own page, in a browser without scripts. */
class OwnPageIT {
  private static final String PHONE = "+48512005001";
  private static final String MAIL = "vasilina@example.org";

  @RegisterExtension static final Scene SCENE = Scene.plain();

  @Test
  void everyActionIsNotedAndTheEndIsTheEnd() throws IOException {
    try (BrowserContext context = SCENE.fresh(Screen.PHONE, false)) {
      Page page = context.newPage();
      new Walk(SCENE.termin(), page, "en", (_, _) -> {}).signUp(PHONE);
      taps(page);
      theCalendarHoldsTheDaysOfThePage(page);
      pauses(page);
      samples(page);
      addsADocument(page);
      addsAnAddress(page);
      moves(page);
      String code = newCode(page);
      leavesAndComesBack(page, code);
      erases(page, code);
    }
  }

  private static void taps(Page page) {
    LocalDate today = SCENE.termin().today();
    page.locator(of(2) + " input[name=on]")
        .fill(today.getDayOfMonth() + "." + today.getMonthValue() + "." + today.getYear());
    press(page, of(2) + " button[value=filed]");
    assertThat(notice(page)).isEqualTo("Noted: filed.");
    assertThat(badges(page)).contains("filed");
    page.locator(of(3) + " select[name=weeks]").selectOption("4");
    press(page, of(3) + " button[value=later]");
    assertThat(notice(page)).isEqualTo("Fine, we will remind you later.");
    press(page, of(1) + " button[value=lost]");
    assertThat(notice(page)).isEqualTo("Noted: lost. The plan has changed.");
    assertThat(page.locator("main").innerText()).contains("Marked as lost.");
    press(page, of(2) + " button[value=done]");
    assertThat(notice(page)).isEqualTo("Noted: done.");
    assertThat(page.locator(of(2)).count()).as("nothing to say of it any more").isZero();
    assertThat(page.locator("main").innerText()).contains("Enter the date of the new document");
  }

  /** Read by a parser that has nothing to do with the library that wrote it. */
  private static void theCalendarHoldsTheDaysOfThePage(Page page) throws IOException {
    var download =
        page.waitForDownload(
            () -> page.locator("a[href$='/me/calendar.ics']").first().press("Enter"));
    assertThat(download.suggestedFilename()).isEqualTo("calendar.ics");
    Entries entries = Entries.read(Files.readString(download.path()));
    assertThat(entries.faults()).isEmpty();
    assertThat(entries.days()).isNotEmpty().isEqualTo(daysAhead(page));
    assertThat(entries.titles())
        .isNotEmpty()
        .noneMatch(title -> title.matches("(?i).*(passport|permit|document|pol|\\+48|visa).*"));
    assertThat(entries.text()).doesNotContain(PHONE.substring(1), codeWord(page));
  }

  private static Set<LocalDate> daysAhead(Page page) {
    LocalDate today = SCENE.termin().today();
    Set<LocalDate> days = new TreeSet<>();
    Pattern day = Pattern.compile("(\\d{2})\\.(\\d{2})\\.(20\\d{2})");
    for (String line : page.locator("main section.card dl dd").allInnerTexts()) {
      Matcher found = day.matcher(line);
      if (found.find()) {
        days.add(
            LocalDate.of(
                Integer.parseInt(found.group(3)),
                Integer.parseInt(found.group(2)),
                Integer.parseInt(found.group(1))));
      }
    }
    days.removeIf(one -> one.isBefore(today));
    return days;
  }

  private static void pauses(Page page) {
    press(page, "button[value=pause]");
    assertThat(page.locator("main").innerText()).contains("Reminders are paused.");
    assertThat(page.locator("button[value=sample]").count()).isZero();
    press(page, "button[value=resume]");
    assertThat(notice(page)).isEqualTo("Reminders go on.");
  }

  private static void samples(Page page) {
    int before = SCENE.termin().recording.inbox(PHONE).size();
    press(page, "button[value=sample]");
    assertThat(notice(page)).isEqualTo("A sample is on its way.");
    await()
        .atMost(RunningTermin.PATIENCE)
        .until(() -> SCENE.termin().recording.inbox(PHONE).size() > before);
    assertThat(SCENE.termin().recording.inbox(PHONE).getLast().text()).startsWith(codeWord(page));
  }

  private static void addsADocument(Page page) {
    int before = page.locator("section.card h2 .badge").count();
    press(page, "a[href$='/me/change']");
    LocalDate day = SCENE.termin().today().plusYears(3);
    // the whole day in the first of three fields
    page.locator("details.rare").first().locator("summary").press("Enter");
    page.locator("details.rare").first().locator("input[id^=day]").fill("" + day);
    press(page, "main form p.actions:last-of-type button");
    assertThat(notice(page)).isEqualTo("Your changes are saved.");
    assertThat(page.locator("section.card h2 .badge").count()).isEqualTo(before + 1);
    assertThat(page.locator("main").innerText()).contains("Travel document");
  }

  private static void addsAnAddress(Page page) {
    press(page, "a[href$='/me/change']");
    page.locator("#added").fill(MAIL);
    press(page, "main form p.actions:last-of-type button");
    assertThat(notice(page)).isEqualTo("Your changes are saved.");
    assertThat(page.locator("main").innerText())
        .contains("waits for its code")
        .doesNotContain(MAIL);
    press(page, "a[href$='/code']");
    page.locator("input.digits").fill(SCENE.termin().codeAt(MAIL));
    press(page, ".card button");
    assertThat(notice(page)).isEqualTo("Contact confirmed.");
    assertThat(page.locator("main").innerText()).doesNotContain("waits for its code");
  }

  private static void moves(Page page) {
    press(page, "a[href$='/me/moved']");
    page.selectOption("#country", "LT");
    press(page, "main form button");
    assertThat(notice(page)).startsWith("The plan is for the new country now.");
    assertThat(page.locator("p.where").innerText()).isEqualTo("Lithuania");
  }

  private static String newCode(Page page) {
    press(page, "button[value=new-code]");
    String code = String.join("-", page.locator(".receipt span").allInnerTexts());
    page.locator("#last").fill(code.substring(code.length() - 4).toLowerCase(Locale.ROOT));
    press(page, "main form button");
    assertThat(page.locator("h1").innerText()).isEqualTo("My page");
    return code;
  }

  private static void leavesAndComesBack(Page page, String code) {
    press(page, "form.exit button");
    page.navigate(SCENE.termin().supervisor.door() + "/en/enter");
    page.locator("#receipt").fill(code);
    press(page, "main form button");
    assertThat(page.locator("h1").innerText()).isEqualTo("My page");
    assertThat(page.locator("main").innerText()).contains("What we sent", "taken by the provider");
  }

  private static void erases(Page page, String code) {
    press(page, "a[href$='/me/erase']");
    assertThat(page.locator("h1").innerText()).isEqualTo("Erase everything?");
    press(page, "a.quiet");
    assertThat(page.locator("h1").innerText()).as("back again").isEqualTo("My page");
    press(page, "a[href$='/me/erase']");
    press(page, "button[value=erase]");
    assertThat(page.locator("h1").innerText()).isEqualTo("Erased");
    page.navigate(SCENE.termin().supervisor.door() + "/en/enter");
    page.locator("#receipt").fill(code);
    press(page, "main form button");
    assertThat(page.locator(".summary").count()).as("the code opens nothing").isOne();
    assertThat(SCENE.termin().door.get("/api/v1/registrations/current", code).status())
        .isEqualTo(401);
  }

  private static String of(int document) {
    return "form.taps:has(input[name=document][value='" + document + "'])";
  }

  private static void press(Page page, String button) {
    page.waitForNavigation(() -> page.locator(button).first().press("Enter"));
  }

  private static String notice(Page page) {
    return page.locator("p.notice").first().innerText();
  }

  private static String badges(Page page) {
    return String.join(" ", page.locator(".badge").allInnerTexts());
  }

  private static String codeWord(Page page) {
    return page.locator("dd strong").first().innerText();
  }
}

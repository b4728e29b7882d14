package org.termin.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.standalone.RunningTermin;

/** The receipt code is read off one page and is found nowhere else, then or later. */
class ReceiptCrawlIT {
  /** Everything of a page that is not the text people read. */
  private static final String BESIDE_THE_TEXT =
      """
      () => {
        const found = [location.href, document.referrer, document.title, document.cookie,
            window.name, JSON.stringify(history.state), JSON.stringify(localStorage),
            JSON.stringify(sessionStorage)];
        const nodes = document.createNodeIterator(document,
            NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
        for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
          if (node.nodeType === Node.COMMENT_NODE) found.push(node.data);
          else for (const one of node.attributes) found.push(one.name + '=' + one.value);
          if (node.matches && node.matches('input, select, textarea, button, output')) {
            found.push(node.id + ' holds ' + node.value);
          }
        }
        return found;
      }
      """;

  private record Found(String where, String what) {}

  private final List<Found> beside = new ArrayList<>();
  private final List<Found> read = new ArrayList<>();
  private final List<ReceiptCode> codes = new ArrayList<>();

  @TempDir private Path profile;

  @Test
  void noAddressFieldStorageHistoryOrLogHoldsIt() {
    Path folder = RunningTermin.newFolder();
    try (Chromium chromium = Chromium.open()) {
      try (RunningTermin termin = RunningTermin.start(folder);
          BrowserContext context = chromium.keeping(profile)) {
        Page page = context.newPage();
        page.onRequest(this::keep);
        page.onResponse(answer -> keep("answer", answer.headers().toString()));
        new Walk(termin, page, "be", this::look).everyPage("+48512006001");
        new Walk(termin, page, "en", this::look).signUp("+48512006002");
        goesBack(page);
        asksForANewOne(page);
        comesBackWithIt(page, termin.supervisor.door() + "/en/enter");
      }
    }
    assertThat(codes).as("codes that were shown").hasSizeGreaterThanOrEqualTo(3);
    assertThat(beside).hasSizeGreaterThan(1000);
    assertThat(belowWith(profile, "/guide/pl")).as("the browser keeps a history").isNotEmpty();
    assertThat(folder.resolve("data/logs")).isNotEmptyDirectory();
    for (ReceiptCode code : codes) {
      Spellings spellings = new Spellings(code);
      assertThat(read.stream().filter(one -> spellings.isIn(one.what())))
          .extracting(Found::where)
          .as("pages that say it")
          .isNotEmpty()
          .allMatch(page -> page.startsWith("receipt"));
      assertThat(beside.stream().filter(one -> spellings.isIn(one.what())))
          .extracting(Found::where)
          .as("places beside the text")
          .isEmpty();
      assertThat(spellings.filesBelow(profile)).as("kept by the browser").isEmpty();
      assertThat(spellings.filesBelow(folder)).as("kept by us").isEmpty();
    }
  }

  private void look(String name, Page page) {
    ((List<?>) page.evaluate(BESIDE_THE_TEXT)).forEach(one -> keep(name, "" + one));
    page.context().cookies().forEach(one -> keep(name, one.name + "=" + one.value));
    read.add(new Found(name, page.locator("body").innerText()));
    if (page.locator(".receipt").count() == 1) {
      String shown = String.join("-", page.locator(".receipt span").allInnerTexts());
      ReceiptCode code = ReceiptCode.parse(shown).orElseThrow();
      if (!codes.contains(code)) {
        codes.add(code);
      }
    }
  }

  private void keep(Request request) {
    keep("asked", request.method() + " " + request.url() + " " + request.headers());
  }

  private void keep(String where, String what) {
    beside.add(new Found(where, what));
  }

  /** Far back through what the browser still knows. */
  private void goesBack(Page page) {
    String me = page.url();
    for (int step = 1; step <= 6; step++) {
      back(page);
    }
    page.navigate(me);
    look("me", page);
  }

  private void back(Page page) {
    try {
      page.goBack();
      look("back", page);
    } catch (PlaywrightException sentOnce) {
      // the answer to a form is not kept: the browser would have to send the form again
      assertThat(sentOnce).hasMessageContaining("ERR_CACHE_MISS");
      page.waitForURL("chrome-error://**");
    }
  }

  private void asksForANewOne(Page page) {
    press(page, "button[value=new-code]");
    look("receipt, new", page);
    page.locator("#last").fill(codes.getLast().display().substring(25));
    press(page, "main form button");
    look("me with a new code", page);
  }

  private void comesBackWithIt(Page page, String enter) {
    press(page, "form.exit button");
    look("left", page);
    page.navigate(enter);
    // the first symbol doubled: a slip that leaves most of the code in the field
    String code = codes.getLast().display();
    page.locator("#receipt").fill(code.charAt(0) + code);
    press(page, "main form button");
    look("entered with a slip", page);
    page.locator("#receipt").fill(code);
    press(page, "main form button");
    look("entered", page);
    assertThat(page.locator("h1").innerText()).isEqualTo("My page");
    back(page);
  }

  private static void press(Page page, String button) {
    page.waitForNavigation(() -> page.locator(button).first().press("Enter"));
  }

  private static List<Path> belowWith(Path folder, String text) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              file -> {
                try {
                  return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                      .contains(text);
                } catch (java.io.IOException unreadable) {
                  throw new java.io.UncheckedIOException(unreadable);
                }
              })
          .toList();
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}

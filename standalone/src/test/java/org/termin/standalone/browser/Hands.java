package org.termin.standalone.browser;

import com.microsoft.playwright.Page;
import java.time.LocalDate;

/**
 * Somebody who has nothing but a keyboard: goes from field to field with Tab, and counts what it
 * takes.
 */
final class Hands {
  private static final int MOST_TABS = 300;

  private final Page page;
  private int answers;
  private int fields;
  private int buttons;
  private int keys;

  Hands(Page page) {
    this.page = page;
  }

  /** What a journey took: a day is one answer in three fields. */
  record Counted(int answers, int fields, int buttons, int keys) {}

  Counted counted() {
    return new Counted(answers, fields, buttons, keys);
  }

  /** Types into a field. */
  void type(String field, String text) {
    answers++;
    fill(field, text);
  }

  /** Types a day as it is printed, its parts one after the other. */
  void day(int row, LocalDate day) {
    answers++;
    fill("#day" + row, "" + day.getDayOfMonth());
    fill("#month" + row, "" + day.getMonthValue());
    fill("#year" + row, "" + day.getYear());
  }

  private void fill(String field, String text) {
    reach(field);
    page.keyboard().type(text);
    fields++;
    keys += text.length();
  }

  /** Chooses from a list by the beginning of a name. */
  void choose(String list, String beginning) {
    reach(list);
    page.keyboard().type(beginning);
    answers++;
    fields++;
    keys += beginning.length();
  }

  /** Ticks a box, or takes one of several choices. */
  void tick(String box) {
    reach(box);
    page.keyboard().press("Space");
    answers++;
    fields++;
    keys++;
  }

  /** Presses a button or follows a link. */
  void press(String button) {
    reach(button);
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
    buttons++;
    keys++;
  }

  private void reach(String target) {
    String at = "target => document.activeElement && document.activeElement.matches(target)";
    for (int tab = 0; !Boolean.TRUE.equals(page.evaluate(at, target)); tab++) {
      if (tab == MOST_TABS) {
        throw new AssertionError(target + " cannot be reached by keyboard on " + page.url());
      }
      page.keyboard().press("Tab");
      keys++;
    }
  }
}

package org.termin.standalone.browser;

import com.microsoft.playwright.Page;

/** What is done at every page of a walk. */
@FunctionalInterface
interface Look {
  /** The page is there; {@code name} tells it from the others of the walk. */
  void at(String name, Page page);
}

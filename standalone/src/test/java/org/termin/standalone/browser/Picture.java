package org.termin.standalone.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Base64;

/** A whole page as a picture small enough to be kept. */
final class Picture {
  private static final int QUALITY = 50;

  /** Pixels; of longer pages the beginning is shown. */
  private static final double TALLEST = 3_000;

  private Picture() {}

  /** The page from its top, as wide as the screen. */
  static byte[] of(Page page) {
    CDPSession session = page.context().newCDPSession(page);
    JsonObject size =
        session.send("Page.getLayoutMetrics").getAsJsonObject("cssContentSize").deepCopy();
    size.addProperty("height", Math.min(TALLEST, size.get("height").getAsDouble()));
    size.addProperty("scale", 1);
    JsonObject wanted = new JsonObject();
    wanted.addProperty("format", "webp");
    wanted.addProperty("quality", QUALITY);
    wanted.addProperty("captureBeyondViewport", true);
    wanted.add("clip", size);
    String data = session.send("Page.captureScreenshot", wanted).get("data").getAsString();
    session.detach();
    return Base64.getDecoder().decode(data);
  }
}

package org.termin.tracker.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for a marker in what came back, however it may have been escaped on the way. */
final class Echo {
  private static final Pattern ESCAPED =
      Pattern.compile("%([0-9a-f]{2})|&#x([0-9a-f]{1,5});|&#([0-9]{1,6});|\\\\u([0-9a-f]{4})");

  private Echo() {}

  static boolean in(String text, String marker) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains(marker)
        || unescaped(lower).contains(marker)
        || lower.contains(HexFormat.of().formatHex(marker.getBytes(StandardCharsets.US_ASCII)))
        || base64(marker).stream().anyMatch(text::contains);
  }

  private static String unescaped(String text) {
    if (text.indexOf('%') < 0 && !text.contains("&#") && !text.contains("\\u")) {
      return text;
    }
    Matcher escaped = ESCAPED.matcher(text);
    StringBuilder plain = new StringBuilder();
    while (escaped.find()) {
      String hex = escaped.group(1) != null ? escaped.group(1) : escaped.group(2);
      hex = hex != null ? hex : escaped.group(4);
      int point = hex != null ? Integer.parseInt(hex, 16) : Integer.parseInt(escaped.group(3));
      escaped.appendReplacement(plain, "");
      plain.appendCodePoint(Character.isValidCodePoint(point) ? point : '?');
    }
    return escaped.appendTail(plain).toString();
  }

  /** The part of the marker's Base64 that does not depend on its neighbours, at each offset. */
  private static List<String> base64(String marker) {
    return List.of(base64(marker, 0), base64(marker, 1), base64(marker, 2));
  }

  private static String base64(String marker, int skipped) {
    String part = marker.substring(skipped);
    String whole = part.substring(0, part.length() / 3 * 3);
    return Base64.getEncoder().encodeToString(whole.getBytes(StandardCharsets.US_ASCII));
  }

  /** Whether every echo stands inside the value of a field, with nothing that could end it. */
  static boolean onlyInFields(String page, String marker) {
    for (int at = page.indexOf(marker); at >= 0; at = page.indexOf(marker, at + 1)) {
      int open = page.lastIndexOf(" value=\"", at);
      String before = open < 0 ? "\"" : page.substring(open + " value=\"".length(), at);
      int close = page.indexOf('"', at);
      String whole = close < 0 ? "<" : before + page.substring(at, close);
      if (before.contains("\"") || whole.contains("<") || whole.contains(">")) {
        return false;
      }
    }
    return !unescaped(page.toLowerCase(Locale.ROOT)).contains("<script");
  }
}

package org.termin.tracker.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Chooses be, ru or en: the first part of a page's path says so, elsewhere Accept-Language does.
 */
public final class Tongue implements LocaleResolver {
  /** The languages every text exists in. */
  public static final List<Locale> ALL = List.of(Locale.of("be"), Locale.of("ru"), Locale.of("en"));

  private static final Locale OTHERWISE = Locale.of("en");

  /** The language to answer a request in. */
  public static Locale of(HttpServletRequest request) {
    // nothing is known of a request whose first line could not be read
    String path = String.valueOf(request.getRequestURI());
    for (Locale one : ALL) {
      String root = "/" + one.getLanguage();
      if (path.equals(root) || path.startsWith(root + "/")) {
        return one;
      }
    }
    return accepted(request.getHeader("Accept-Language"));
  }

  static Locale accepted(@Nullable String header) {
    if (header == null || header.isBlank() || header.length() > 500) {
      return OTHERWISE;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(header), ALL);
      return found == null ? OTHERWISE : found;
    } catch (IllegalArgumentException unreadable) {
      return OTHERWISE;
    }
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return of(request);
  }

  @Override
  public void setLocale(
      HttpServletRequest request,
      jakarta.servlet.http.@Nullable HttpServletResponse response,
      @Nullable Locale locale) {
    throw new UnsupportedOperationException("the path and the header decide");
  }
}

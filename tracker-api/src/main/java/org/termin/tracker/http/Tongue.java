package org.termin.tracker.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Chooses the language: the first part of a page's path says so, elsewhere Accept-Language does.
 * What somebody does here exists in all of them; the long pages that are only read, in some.
 */
public final class Tongue implements LocaleResolver {
  /** The languages of the pages that are only read, as one part of a pattern. */
  public static final String READ = "be|ru|en";

  /** The languages whose readers are led to the English page instead. */
  public static final String UNREAD = "pl|lt";

  /** How the path of everything organisers do begins; it is written as the public pages are. */
  public static final String ORGANISERS = "/o";

  /** All languages. */
  public static final String SPOKEN = READ + "|" + UNREAD;

  /** How the path of everything a resident does begins. */
  public static final String JOURNEY = "/{lang:" + SPOKEN + "}";

  /** How the path of a page that is only read begins. */
  public static final String READING = "/{lang:" + READ + "}";

  /** The language of everybody whose own we do not have. */
  public static final Locale OTHERWISE = Locale.of("en");

  /** The languages a resident can be spoken to in. */
  public static final List<Locale> ALL = locales(SPOKEN);

  private static final List<Locale> WITH_READING = locales(READ);

  /** The language to answer a request in. */
  public static Locale of(HttpServletRequest request) {
    // what came to nothing is answered under another path than the one that was asked for
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    // nothing is known of a request whose first line could not be read
    String path = String.valueOf(asked == null ? request.getRequestURI() : asked);
    for (Locale one : ALL) {
      String root = "/" + one.getLanguage();
      if (path.equals(root) || path.startsWith(root + "/")) {
        return one;
      }
    }
    Locale accepted = accepted(request.getHeader("Accept-Language"));
    return path.equals(ORGANISERS) || path.startsWith(ORGANISERS + "/")
        ? reading(accepted)
        : accepted;
  }

  /** The language in which somebody who reads this one finds the pages that are only read. */
  public static Locale reading(Locale locale) {
    return WITH_READING.contains(locale) ? locale : OTHERWISE;
  }

  private static List<Locale> locales(String languages) {
    return Stream.of(languages.split("\\|")).map(Locale::of).toList();
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

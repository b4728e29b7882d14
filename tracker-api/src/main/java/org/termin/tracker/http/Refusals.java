package org.termin.tracker.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller can: from filters and for errors of the container. */
@Component
public class Refusals {
  /** The form that takes a receipt code. */
  private static final Pattern ENTER = Pattern.compile("/(?:" + Tongue.SPOKEN + ")/enter(;.*)?");

  /** The field of an address that names the problem of the form before. */
  public static final String FAULT = "fault";

  private final Problems problems;
  private final JsonMapper json;

  Refusals(Problems problems, JsonMapper json) {
    this.problems = problems;
    this.json = json;
  }

  /**
   * As JSON to programs, as a small page to browsers. A browser that sent a receipt code is sent on
   * instead: a page that answers a form stays in the browser's history with what was sent, and on
   * the disk where open pages are kept for the next start.
   */
  public void write(HttpServletRequest request, HttpServletResponse response, ProblemKind kind)
      throws IOException {
    Locale locale = Tongue.of(request);
    boolean page = isPage(request);
    if (page && carriesReceipt(request)) {
      response.setStatus(303);
      response.setHeader(
          "Location", "/%s/enter?%s=%s".formatted(locale.getLanguage(), FAULT, kind.id()));
      return;
    }
    byte[] body = page ? page(kind, locale) : document(kind, locale);
    response.setStatus(kind.status());
    response.setContentType(page ? "text/html;charset=UTF-8" : "application/problem+json");
    response.setHeader("Content-Language", locale.getLanguage());
    if (kind == ProblemKind.TOO_MANY_REQUESTS) {
      response.setHeader("Retry-After", "60");
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static boolean isPage(HttpServletRequest request) {
    String path = path(request);
    String accept = request.getHeader("Accept");
    return !path.startsWith("/api/")
        && !path.startsWith("/callbacks/")
        && accept != null
        && accept.contains("text/html");
  }

  private static boolean carriesReceipt(HttpServletRequest request) {
    return "POST".equals(request.getMethod()) && ENTER.matcher(path(request)).matches();
  }

  /** What was asked for, also where the container has led to the page of its errors. */
  private static String path(HttpServletRequest request) {
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return String.valueOf(asked == null ? request.getRequestURI() : asked);
  }

  private byte[] document(ProblemKind kind, Locale locale) {
    return json.writeValueAsBytes(problems.problem(kind, List.of(), locale));
  }

  private byte[] page(ProblemKind kind, Locale locale) {
    String language = locale.getLanguage();
    return """
    <!doctype html><html lang="%1$s"><head><meta charset="utf-8">\
    <meta name="viewport" content="width=device-width"><title>Termin</title>\
    <link rel="icon" href="/favicon.ico"><link rel="stylesheet" href="/style.css"></head><body>\
    <header><a class="brand" href="/%1$s">Termin</a>\
    <form class="exit" method="post" action="/%1$s/exit"><button>%2$s</button></form></header>\
    <main><h1>%3$s</h1><p>%4$s</p></main></body></html>
    """
        .formatted(
            language,
            HtmlUtils.htmlEscape(problems.exit(locale), "UTF-8"),
            HtmlUtils.htmlEscape(problems.title(kind, locale), "UTF-8"),
            HtmlUtils.htmlEscape(problems.detail(kind, locale), "UTF-8"))
        .getBytes(StandardCharsets.UTF_8);
  }
}

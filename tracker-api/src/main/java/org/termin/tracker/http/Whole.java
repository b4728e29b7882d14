package org.termin.tracker.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request whose body has been read already; the fields of a form are read from there. */
final class Whole extends HttpServletRequestWrapper {
  private byte[] body = new byte[0];
  private boolean broken;
  private @Nullable Map<String, String[]> parameters;

  Whole(HttpServletRequest request) {
    super(request);
  }

  void is(byte[] whole) {
    body = whole;
  }

  void brokeOff() {
    broken = true;
  }

  /** Whether the body of that request never came to its end. */
  static boolean isBroken(HttpServletRequest request) {
    return of(request) instanceof Whole whole && whole.broken;
  }

  /** How long a body was, as far as it was listened to; none for a request without one. */
  static int length(HttpServletRequest request) {
    return of(request) instanceof Whole whole ? whole.body.length : 0;
  }

  private static @Nullable Whole of(jakarta.servlet.ServletRequest request) {
    return switch (request) {
      case Whole whole -> whole;
      case jakarta.servlet.ServletRequestWrapper wrapper -> of(wrapper.getRequest());
      default -> null;
    };
  }

  @Override
  public int getContentLength() {
    return body.length;
  }

  @Override
  public long getContentLengthLong() {
    return body.length;
  }

  @Override
  public ServletInputStream getInputStream() {
    return new InMemory(new ByteArrayInputStream(body));
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private Map<String, String[]> parameters() {
    Map<String, String[]> known = parameters;
    if (known == null) {
      // of the address; the container leaves the body alone once somebody has read it
      known = isForm() ? FormBody.added(super.getParameterMap(), body) : super.getParameterMap();
      parameters = known;
    }
    return known;
  }

  private boolean isForm() {
    String type = getContentType();
    return getMethod().equals("POST")
        && type != null
        && type.split(";", 2)[0]
            .strip()
            .toLowerCase(Locale.ROOT)
            .equals("application/x-www-form-urlencoded");
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = parameters().get(name);
    return values == null ? null : values[0];
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return parameters().get(name);
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Collections.unmodifiableMap(parameters());
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters().keySet());
  }
}

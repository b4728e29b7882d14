package org.termin.tracker.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;

/** The fields of a form, as the container would read them. */
final class FormBody {
  private static final int MOST_FIELDS = 1_000;

  private FormBody() {}

  /** Those of the address, and after them those of the body. */
  static Map<String, String[]> added(Map<String, String[]> address, byte[] body) {
    Map<String, String[]> all = new LinkedHashMap<>(address);
    String[] fields = new String(body, StandardCharsets.ISO_8859_1).split("&");
    if (fields.length > MOST_FIELDS) {
      throw new InvalidParameterException("too many fields");
    }
    for (String field : fields) {
      if (!field.isEmpty()) {
        String[] parts = field.split("=", 2);
        String name = decoded(parts[0]);
        all.merge(name, new String[] {parts.length > 1 ? decoded(parts[1]) : ""}, FormBody::joined);
      }
    }
    return all;
  }

  private static String[] joined(String[] first, String[] then) {
    String[] both = new String[first.length + then.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(then, 0, both, first.length, then.length);
    return both;
  }

  private static String decoded(String written) {
    try {
      // bytes beyond ASCII come unescaped from nobody but are UTF-8 if they do
      String raw =
          new String(written.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException odd) {
      throw new InvalidParameterException("a field cannot be read");
    }
  }
}

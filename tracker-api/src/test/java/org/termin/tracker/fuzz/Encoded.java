package org.termin.tracker.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes bodies that libraries would refuse to write. */
final class Encoded {
  private Encoded() {}

  /** Goes into JSON as it is: NaN, half a number, a field twice. */
  record Raw(String text) {}

  static String json(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Raw(String text) -> text;
      case String text -> quoted(text);
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(one -> quoted(String.valueOf(one.getKey())) + ":" + json(one.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case List<?> list ->
          list.stream().map(Encoded::json).collect(Collectors.joining(",", "[", "]"));
      default -> value.toString();
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char one : text.toCharArray()) {
      if (one == '"' || one == '\\') {
        quoted.append('\\').append(one);
      } else if (one < ' ' || Character.isSurrogate(one)) {
        quoted.append("\\u%04x".formatted((int) one));
      } else {
        quoted.append(one);
      }
    }
    return quoted.append('"').toString();
  }

  static String form(List<Shot.Pair> fields) {
    return fields.stream()
        .map(one -> percent(one.name()) + "=" + percent(one.value()))
        .collect(Collectors.joining("&"));
  }

  /** Every byte that is neither letter nor digit; half a character as the three bytes it has. */
  static String percent(String text) {
    StringBuilder percent = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      boolean half = point >= 0xD800 && point <= 0xDFFF;
      byte[] bytes =
          half
              ? new byte[] {
                (byte) (0xE0 | point >> 12),
                (byte) (0x80 | point >> 6 & 0x3F),
                (byte) (0x80 | point & 0x3F)
              }
              : Character.toString(point).getBytes(StandardCharsets.UTF_8);
      for (byte one : bytes) {
        boolean plain =
            one == '-' || one == '.' || one == '_' || one > 0 && Character.isLetterOrDigit(one);
        percent.append(plain ? String.valueOf((char) one) : "%%%02X".formatted(one & 0xff));
      }
    }
    return percent.toString();
  }
}

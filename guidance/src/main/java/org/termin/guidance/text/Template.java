package org.termin.guidance.text;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sentence with slots in braces. */
final class Template {
  private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z]+)}");

  private Template() {}

  /** The sentence with every slot filled, or nothing where a slot has no value. */
  static @Nullable String fill(String template, Function<String, @Nullable String> values) {
    Matcher slots = SLOT.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (slots.find()) {
      String value = values.apply(slots.group(1));
      if (value == null) {
        return null;
      }
      slots.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return slots.appendTail(filled).toString();
  }
}

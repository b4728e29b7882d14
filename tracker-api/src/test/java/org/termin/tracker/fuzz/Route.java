package org.termin.tracker.fuzz;

import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** One method of one address, as the running door has it. */
record Route(String method, String pattern, @Nullable HandlerMethod handler, boolean management) {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::([^}]*))?}");

  String name() {
    return method + " " + pattern;
  }

  /** For the table of statuses. */
  String group() {
    if (management) {
      return "management";
    }
    if (pattern.startsWith("/api/")) {
      return "api";
    }
    if (pattern.startsWith("/callbacks/")) {
      return "callbacks";
    }
    return pattern.startsWith("/{lang") ? "pages" : "other";
  }

  /** The address with its variables filled: by name, or else by the first form it may have. */
  String path(Map<String, String> known, Random random) {
    Matcher variables = VARIABLE.matcher(pattern);
    StringBuilder path = new StringBuilder();
    while (variables.find()) {
      String choices = variables.group(2);
      String value = known.getOrDefault(variables.group(1), "x");
      if (choices != null) {
        String[] all = choices.split("\\|");
        value = all[random.nextInt(all.length)];
      }
      variables.appendReplacement(path, Matcher.quoteReplacement(value));
    }
    return variables.appendTail(path).toString();
  }

  /** Whether a path some page posts to is this route. */
  boolean fits(String path) {
    StringBuilder regex = new StringBuilder();
    Matcher variables = VARIABLE.matcher(pattern);
    int from = 0;
    while (variables.find()) {
      regex.append(Pattern.quote(pattern.substring(from, variables.start())));
      String choices = variables.group(2);
      regex.append('(').append(choices == null ? "[^/]+" : choices).append(')');
      from = variables.end();
    }
    return path.matches(regex.append(Pattern.quote(pattern.substring(from))).toString());
  }
}

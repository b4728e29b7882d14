package org.termin.tracker.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads every page as one person and learns which forms there are and what they send. */
final class Pages {
  private static final Pattern FORM = Pattern.compile("(?s)<form([^>]*)>(.*?)</form>");
  private static final Pattern FIELD =
      Pattern.compile("(?s)<(input|button)\\b([^>]*)>|<select\\b([^>]*)>(.*?)</select>");

  private final int port;
  private final GoodValues good;
  private final String cookie;
  private final Random random = new Random(1);
  private final Map<String, List<List<Shot.Pair>>> forms = new LinkedHashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final Deque<Shot> ahead = new ArrayDeque<>();

  private Pages(int port, GoodValues good, String cookie) {
    this.port = port;
    this.good = good;
    this.cookie = cookie;
  }

  /** By the path a form posts to: every form found on the way, with its fields filled. */
  static Map<String, List<List<Shot.Pair>>> forms(
      int port, List<Route> routes, Map<String, String> known, GoodValues good, String cookie) {
    return reading(port, routes, known, good, cookie).forms;
  }

  /** Every page found on the way. */
  static List<String> texts(
      int port, List<Route> routes, Map<String, String> known, GoodValues good, String cookie) {
    return reading(port, routes, known, good, cookie).texts;
  }

  private static Pages reading(
      int port, List<Route> routes, Map<String, String> known, GoodValues good, String cookie) {
    Pages pages = new Pages(port, good, cookie);
    for (Route route : routes) {
      if (route.method().equals("GET") && !route.management()) {
        pages.ahead.add(pages.shot(route, route.path(known, pages.random), null));
      }
    }
    while (!pages.ahead.isEmpty()) {
      pages.read(pages.ahead.poll(), routes);
    }
    return pages;
  }

  private Shot shot(Route route, String path, @Nullable List<Shot.Pair> form) {
    Shot shot = new Shot(0, route, path);
    shot.header("Accept", "text/html");
    shot.header("Cookie", cookie);
    if (form != null) {
      shot.header("Content-Type", "application/x-www-form-urlencoded");
      shot.form = form;
    }
    return shot;
  }

  private void read(Shot shot, List<Route> routes) {
    Answer answer = Wire.send(port, shot);
    if (!answer.isPage()) {
      return;
    }
    texts.add(answer.body());
    Matcher found = FORM.matcher(answer.body());
    while (found.find()) {
      String action = attribute(found.group(1), "action");
      List<Shot.Pair> fields = new ArrayList<>();
      List<String> actions = new ArrayList<>(List.of(action.isEmpty() ? shot.path : action));
      read(found.group(2), fields, actions);
      for (String to : actions) {
        boolean fresh = !forms.containsKey(to);
        forms.computeIfAbsent(to, _ -> new ArrayList<>()).add(fields);
        // a form without a token changes nothing, and the next form may lie behind it
        if (fresh && fields.stream().noneMatch(one -> one.name().equals("form"))) {
          routes.stream()
              .filter(route -> route.method().equals("POST") && route.group().equals("pages"))
              .filter(route -> route.fits(to) && !to.endsWith("/exit"))
              .forEach(route -> ahead.add(shot(route, to, fields)));
        }
      }
    }
  }

  private void read(String form, List<Shot.Pair> fields, List<String> actions) {
    Matcher found = FIELD.matcher(form);
    while (found.find()) {
      boolean select = found.group(3) != null;
      String tag = select ? found.group(3) : found.group(2);
      String name = attribute(tag, "name");
      String to = attribute(tag, "formaction");
      if (!to.isEmpty()) {
        actions.add(to);
      }
      boolean again = fields.stream().anyMatch(one -> one.name().equals(name));
      boolean unwanted = name.matches("(drop|gone|expired)\\d+|more");
      if (!name.isEmpty() && !again && !unwanted) {
        String written = attribute(tag, "value");
        Matcher first = Pattern.compile("<option value=\"([^\"]+)\"").matcher(form);
        String better = good.text(name, random);
        String value =
            select && first.find(found.start()) && better.isEmpty() ? first.group(1) : written;
        fields.add(new Shot.Pair(name, value.isEmpty() ? better : value));
      }
    }
  }

  private static String attribute(String tag, String name) {
    Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? found.group(1).replace("&amp;", "&").replace("&#39;", "'") : "";
  }
}

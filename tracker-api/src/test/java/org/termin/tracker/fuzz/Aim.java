package org.termin.tracker.fuzz;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.springframework.web.bind.annotation.RequestBody;

/** Makes the request an honest caller would send to a route. */
final class Aim {
  /** What the buttons beside a document say, and those below all of them. */
  private static final List<String> OF_DOCUMENT =
      List.of("filed", "done", "refused", "later", "lost");

  private static final List<String> OF_ALL = List.of("pause", "resume", "sample", "new-code");

  private final Town town;

  Aim(Town town) {
    this.town = town;
  }

  Shot at(Route route, int index, Random random) {
    Shot shot = new Shot(index, route, route.path(town.known(route), random));
    boolean page = !route.group().equals("api") && !route.management();
    shot.header("Accept", page ? "text/html" : "*/*");
    shot.header(
        "Accept-Language",
        Payloads.one(List.of("be", "ru", "en", "pl", "lt", "be-BY,en;q=0.5"), random));
    switch (route.group()) {
      case "api" -> shot.header("Authorization", "Receipt " + town.resident.code().display());
      case "callbacks" -> shot.header("X-Twilio-Signature", "c2lnbmF0dXJl=");
      default -> {
        shot.header("Cookie", town.visit().cookie());
        shot.oldCookie = town.visit().oldCookie();
      }
    }
    if (route.group().equals("callbacks")) {
      shot.query = (route.pattern().contains("mail") ? "t=" : "d=") + shot.mark();
    }
    if (!route.method().equals("GET")) {
      body(shot, random);
    }
    return shot;
  }

  private void body(Shot shot, Random random) {
    Optional<Parameter> json = json(shot.route);
    if (json.isPresent()) {
      shot.header("Content-Type", "application/json");
      shot.json = town.good.body(json.get().getParameterizedType(), "", random);
    } else if (!shot.route.group().equals("api")) {
      shot.header("Content-Type", "application/x-www-form-urlencoded");
      shot.form = form(shot, random);
    }
  }

  private static Optional<Parameter> json(Route route) {
    return route.handler() == null
        ? Optional.empty()
        : Arrays.stream(route.handler().getMethod().getParameters())
            .filter(one -> one.isAnnotationPresent(RequestBody.class))
            .findFirst();
  }

  /** One of the forms the pages have for this route; else what a provider would say. */
  private List<Shot.Pair> form(Shot shot, Random random) {
    List<List<Shot.Pair>> shown =
        town.visit().forms().entrySet().stream()
            .filter(one -> shot.route.fits(one.getKey()))
            .map(Map.Entry::getValue)
            .flatMap(List::stream)
            .toList();
    if (shown.isEmpty() || shot.route.group().equals("callbacks")) {
      return new ArrayList<>(
          List.of(
              new Shot.Pair("MessageSid", "SM" + shot.mark()),
              new Shot.Pair("MessageStatus", "delivered"),
              new Shot.Pair("From", "+48512345678"),
              new Shot.Pair("Body", "1")));
    }
    List<Shot.Pair> fields = new ArrayList<>(Payloads.one(shown, random));
    boolean ofDocument = fields.stream().anyMatch(one -> one.name().equals("document"));
    fields.replaceAll(
        one ->
            switch (one.name()) {
              case "receipt" -> new Shot.Pair("receipt", town.resident.code().display());
              case "last" -> new Shot.Pair("last", last(town.resident.code().display()));
              case "action" ->
                  one.value().equals("erase")
                      ? one
                      : new Shot.Pair(
                          "action", Payloads.one(ofDocument ? OF_DOCUMENT : OF_ALL, random));
              default -> one;
            });
    return fields;
  }

  private static String last(String code) {
    return code.substring(code.length() - 4);
  }
}

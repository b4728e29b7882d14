package org.termin.tracker.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.termin.tracker.Door;

/**
 * What another site could have somebody's browser do: every route of the running door, as the door
 * itself lists them. Nobody reads this door's inbox, so every change would be a row more there.
 */
class NoForeignHandTest {
  private static final Door DOOR = Door.with("--termin.answer.within=0ms");
  private static final Town TOWN = new Town(DOOR);

  @AfterAll
  static void close() {
    DOOR.context.close();
  }

  @Test
  void noGetChangesAnything() {
    long before = DOOR.inbox();
    String person = person();
    int asked = 0;
    for (Route route : TOWN.routes) {
      if (!route.method().equals("GET") || route.management()) {
        continue;
      }
      for (String method : List.of("GET", "HEAD")) {
        for (String query : queries(route)) {
          Shot shot = shot(route, method);
          shot.query = query;
          Answer answer = Wire.send(TOWN.port(route), shot);
          assertThat(answer.status()).as(route.name()).isLessThan(500);
          asked++;
        }
      }
    }
    System.out.println("reading requests: " + asked);
    assertThat(DOOR.inbox()).isEqualTo(before);
    assertThat(person()).isEqualTo(person);
  }

  @Test
  void everyFormOfAPersonNeedsTheTokenOfItsPageAndSession() {
    Map<String, List<List<Shot.Pair>>> mine = TOWN.visit().forms();
    Map<String, List<List<Shot.Pair>>> theirs = new Town(DOOR).visit().forms();
    long before = DOOR.inbox();
    TreeSet<String> tried = new TreeSet<>();
    List<String> done = new ArrayList<>();
    mine.forEach(
        (path, forms) -> {
          for (List<Shot.Pair> form : forms) {
            boolean token = form.stream().anyMatch(one -> one.name().equals("form"));
            // a page back from the one that needs the token: it only shows what was typed
            if (!token || path.endsWith("/start/contact")) {
              continue;
            }
            for (String other : List.of("", "AAAA", foreign(theirs, path))) {
              Answer answer = press(path, form, other);
              tried.add(path);
              // where a receipt code was sent, the refusal is another page's
              String refused =
                  path.endsWith("/enter")
                      ? answer.header("location").orElse("")
                      : String.valueOf(answer.status());
              if (!refused.equals("403") && !refused.endsWith("?fault=foreign-form")) {
                done.add(path + " answers " + answer.status());
              }
            }
          }
        });
    System.out.println("forms with a token: " + tried);
    assertThat(tried).hasSizeGreaterThan(5);
    assertThat(done).isEmpty();
    assertThat(DOOR.inbox()).isEqualTo(before);
  }

  @Test
  void formsWithoutATokenChangeNothing() {
    long before = DOOR.inbox();
    String person = person();
    List<String> tokenless = new ArrayList<>();
    TOWN.visit()
        .forms()
        .forEach(
            (path, forms) ->
                forms.stream()
                    .filter(form -> form.stream().noneMatch(one -> one.name().equals("form")))
                    .forEach(
                        form -> {
                          tokenless.add(path);
                          press(path, form, null);
                        }));
    System.out.println("forms without a token: " + new TreeSet<>(tokenless));
    assertThat(DOOR.inbox()).isEqualTo(before);
    assertThat(person()).isEqualTo(person);
  }

  @Test
  void theInterfaceForProgramsKnowsNobodyByACookieAndTakesNoForms() {
    long before = DOOR.inbox();
    for (Route route : TOWN.routes) {
      if (route.group().equals("api") && !route.method().equals("GET")) {
        for (String type :
            List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
          Shot shot = shot(route, route.method());
          shot.header("Content-Type", type);
          shot.raw = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
          assertThat(Wire.send(TOWN.port(route), shot).status())
              .as(route.name() + " " + type)
              .isBetween(400, 499);
        }
      }
    }
    assertThat(DOOR.inbox()).isEqualTo(before);
  }

  private static Shot shot(Route route, String method) {
    Shot shot = new Shot(0, route, route.path(TOWN.known(route), new java.util.Random(1)));
    shot.method = method;
    shot.header("Accept", "text/html");
    shot.header("Cookie", TOWN.visit().cookie());
    return shot;
  }

  /** What forms would post, put into the address. */
  private static List<String> queries(Route route) {
    return route.group().equals("pages")
        ? List.of("", "action=erase&version=1", "action=pause&form=AAAA", "code=123456&slot=0")
        : List.of("", "_method=POST&action=erase");
  }

  private static String foreign(Map<String, List<List<Shot.Pair>>> theirs, String path) {
    return theirs.get(path).stream()
        .flatMap(List::stream)
        .filter(one -> one.name().equals("form"))
        .map(Shot.Pair::value)
        .findFirst()
        .orElseThrow();
  }

  private static Answer press(String path, List<Shot.Pair> form, String token) {
    Route route =
        TOWN.routes.stream()
            .filter(one -> one.method().equals("POST") && one.fits(path))
            .findFirst()
            .orElseThrow();
    Shot shot = shot(route, "POST");
    shot.path = path;
    shot.header("Content-Type", "application/x-www-form-urlencoded");
    shot.form =
        form.stream()
            .filter(one -> token == null || !token.isEmpty() || !one.name().equals("form"))
            .map(
                one ->
                    one.name().equals("form") ? new Shot.Pair("form", String.valueOf(token)) : one)
            .toList();
    return Wire.send(TOWN.port(route), shot);
  }

  private static String person() {
    return DOOR.store
        .jdbc(org.termin.database.Role.NOTIFIER)
        .sql("select md5(string_agg(r::text, ',' order by id)) from people.record r")
        .query(String.class)
        .single();
  }
}

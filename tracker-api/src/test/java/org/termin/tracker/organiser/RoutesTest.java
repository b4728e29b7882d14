package org.termin.tracker.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.termin.contract.organiser.Role;
import org.termin.contract.organiser.Secret;
import org.termin.tracker.Browser;
import org.termin.tracker.Door;

/** Every route below {@code /o}, as the running door has it, times everybody who may try it. */
class RoutesTest {
  /** Where a passkey is made and used, and what each answers to somebody without one. */
  private static final Map<String, Integer> WAY_IN =
      Map.of(
          "GET /o/sign-in", 200,
          "GET /o/enrol", 200,
          "GET /o/passkey.js", 200,
          "POST /o/sign-in", 403,
          "POST /o/sign-in/options", 403,
          "POST /o/enrol", 403,
          "POST /o/enrol/options", 403);

  /** What a member is told does not exist. */
  private static final Set<String> NOT_FOR_MEMBERS =
      Set.of("GET /o/invitations", "POST /o/invitations", "POST /o/invitations/{id}/second");

  private final Site site = Site.shared();
  private final Door door = site.door;

  private Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    for (var mapping : door.context.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
      mapping
          .getHandlerMethods()
          .forEach(
              (info, _) -> {
                for (String pattern : info.getPatternValues()) {
                  for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    if (pattern.equals("/o") || pattern.startsWith("/o/")) {
                      routes.add(method + " " + pattern);
                    }
                  }
                }
              });
    }
    return routes;
  }

  @Test
  void areTheseAndTheFiltersAddNone() {
    Set<String> guarded = new TreeSet<>(routes());
    guarded.removeAll(WAY_IN.keySet());
    assertThat(guarded)
        .containsExactly(
            "GET /o",
            "GET /o/audit",
            "GET /o/invitations",
            "GET /o/members",
            "GET /o/poster",
            "GET /o/waves/figures.csv",
            "GET /o/waves/{country}",
            "GET /o/waves/{country}/chart.png",
            "POST /o/invitations",
            "POST /o/invitations/{id}/second",
            "POST /o/members/{handle}/revoke",
            "POST /o/sign-out");
    assertThat(routes()).containsAll(WAY_IN.keySet());
    var chains = door.context.getBean(FilterChainProxy.class).getFilterChains();
    assertThat(chains).hasSize(1);
    assertThat(chains.getFirst().getFilters())
        .extracting(filter -> filter.getClass().getSimpleName())
        .containsExactlyInAnyOrder(
            "ScriptPolicy",
            "DisableEncodeUrlFilter",
            "WebAsyncManagerIntegrationFilter",
            "SecurityContextHolderFilter",
            "CsrfFilter",
            "SecurityContextHolderAwareRequestFilter",
            "AnonymousAuthenticationFilter",
            "SessionManagementFilter",
            "ExceptionTranslationFilter",
            "AuthorizationFilter");
  }

  @Test
  void areRefusedToEverybodyWithoutAPasskeyThatCounts() {
    Site.Newcomer revoked = site.newcomer(Role.LEAD, site.community);
    site.first.presses("/o/members", "/o/members/" + revoked.handle() + "/revoke", Map.of());
    Site.Newcomer idle = site.newcomer(Role.LEAD, site.community);
    Map<String, String> cookies = new LinkedHashMap<>();
    cookies.put("nobody", "");
    cookies.put("a resident", new Browser(door).go("/be/enter").cookie());
    cookies.put("somebody who invents", Seats.COOKIE + "=" + Secret.random().token());
    cookies.put("a resident's cookie renamed", renamed(cookies.get("a resident")));
    cookies.put("somebody revoked", revoked.guest().browser().cookie());
    cookies.put("somebody idle", idle.guest().browser().cookie());
    site.wait(Duration.ofMinutes(15));

    int tried = 0;
    for (String route : routes()) {
      for (var who : cookies.entrySet()) {
        HttpResponse<String> answer = ask(route, who.getValue(), "");
        String what = route + " by " + who.getKey();
        if (WAY_IN.containsKey(route)) {
          assertThat(answer.statusCode()).as(what).isEqualTo(WAY_IN.get(route));
          assertThat(answer.body()).as(what).doesNotContain(site.community.toString());
        } else if (route.startsWith("GET")) {
          assertThat(answer.statusCode()).as(what).isEqualTo(303);
          assertThat(answer.headers().firstValue("Location")).as(what).hasValue("/o/sign-in");
          assertThat(answer.body()).as(what).isEmpty();
        } else {
          assertThat(answer.statusCode()).as(what).isEqualTo(403);
        }
        tried++;
      }
    }
    assertThat(tried).isEqualTo(19 * 6);
  }

  /** With the token of a real page the form is ours, and refused all the same. */
  @Test
  void areRefusedToAVisitorWithAFormOfOurs() {
    for (String route : routes()) {
      if (!WAY_IN.containsKey(route) && route.startsWith("POST")) {
        Guest visitor = new Guest(door);
        visitor.asksToSignIn();
        HttpResponse<String> answer = visitor.post(path(route), "{}");
        assertThat(answer.statusCode()).as(route).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).as(route).hasValue("/o/sign-in");
      }
    }
  }

  @Test
  void showAMemberAndALeadWhatIsTheirs() {
    Guest member = site.newcomer(Role.MEMBER, site.community).guest();
    Guest lead = site.newcomer(Role.LEAD, site.community).guest();
    List<String> seen = new ArrayList<>();
    site.released(site.community, "PL", 200);
    for (String route : routes()) {
      if (WAY_IN.containsKey(route) || route.equals("POST /o/sign-out")) {
        continue;
      }
      seen.add(route);
      if (route.startsWith("GET")) {
        assertThat(member.opens(path(route)))
            .as(route)
            .isEqualTo(NOT_FOR_MEMBERS.contains(route) ? 404 : 200);
        assertThat(lead.opens(path(route))).as(route).isEqualTo(200);
        assertThat(lead.browser().text()).as(route).doesNotContain("<script");
      } else {
        assertThat(pressed(member, route)).as(route).isEqualTo(404);
        // no such role, invitation or handle
        assertThat(pressed(lead, route)).as(route).isEqualTo(404);
        assertThat(ask(route, lead.browser().cookie(), "").statusCode())
            .as("forged")
            .isEqualTo(403);
      }
    }
    assertThat(seen).hasSize(11);
  }

  /** A form with a token of the own page. */
  private static int pressed(Guest who, String route) {
    who.opens("/o");
    String token = Browser.fields(who.browser().form("/o/sign-out")).get(FormTokens.FIELD);
    return who.browser().press(path(route), Map.of(FormTokens.FIELD, token)).status();
  }

  @Test
  void areTheSameUnderEverySpellingOfTheirPath() {
    for (String path :
        List.of(
            "/%6f/members",
            "/o/%6dembers",
            "/o;a=b/members",
            "/o/members;a=b",
            "//o/members",
            "/o//members",
            "/be/../o/members",
            "/o/./members",
            "/O/members",
            "/o/members/",
            "/o/members.html",
            "/o/")) {
      assertThat(door.get(door.base + path, "Accept", "text/html").statusCode())
          .as(path)
          .isIn(303, 400, 404);
    }
  }

  @Test
  void leaveResidentsPagesAsTheyWere() {
    HttpResponse<String> page = door.get("/be/enter", "Accept", "text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .doesNotContain("script");
    assertThat(page.body()).doesNotContain("<script").doesNotContain("_csrf");
    assertThat(page.headers().allValues("Set-Cookie"))
        .hasSize(1)
        .allMatch(cookie -> cookie.startsWith("__Host-termin="));
    var filters =
        ((ServletWebServerApplicationContext) door.context)
            .getServletContext()
            .getFilterRegistrations();
    assertThat(filters.keySet())
        .as("the door's own, the framework's, and one more")
        .containsExactlyInAnyOrder(
            "requestContextFilter",
            "characterEncodingFilter",
            "webMvcObservationFilter",
            "Tomcat WebSocket (JSR356) Filter",
            "headerFilter",
            "pathFilter",
            "limitFilter",
            "bodyLimitFilter",
            "closingFilter",
            "organisersOnly");
    assertThat(filters.get("organisersOnly").getUrlPatternMappings()).containsOnly("/o", "/o/*");
    // their firewall would refuse it
    assertThat(door.get("/be/enter;a=b").statusCode()).isEqualTo(200);
    for (String path : List.of("/login", "/logout", "/webauthn/register", "/login/webauthn")) {
      assertThat(door.get(path).statusCode()).as(path).isEqualTo(404);
    }
    HttpResponse<String> in = door.get("/o/sign-in", "Accept", "text/html");
    assertThat(in.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(in.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(in.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith(Seats.COOKIE + "=");
  }

  private HttpResponse<String> ask(String route, String cookie, String form) {
    List<String> headers = new ArrayList<>(List.of("Accept", "text/html", "X-Form", form));
    if (!cookie.isEmpty()) {
      headers.addAll(List.of("Cookie", cookie));
    }
    String method = route.substring(0, route.indexOf(' '));
    return door.send(
        method, path(route), method.equals("GET") ? null : "", headers.toArray(String[]::new));
  }

  private static String path(String route) {
    return route
        .substring(route.indexOf(' ') + 1)
        .replace("{country}", "pl")
        .replaceAll("\\{\\w+}", "00000000-0000-4000-8000-000000000000");
  }

  private static String renamed(String cookie) {
    return Seats.COOKIE + cookie.substring(cookie.indexOf('='));
  }
}

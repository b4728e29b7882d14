package org.termin.tracker.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.session.SessionKeys;
import org.termin.tracker.session.Sessions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every public answer owes, whatever was asked: headers, cookies, the form of a refusal. */
final class Manners {
  private static final Map<String, String> HEADERS =
      Map.of(
          "strict-transport-security", "max-age=63072000; includeSubDomains",
          "cache-control", "no-store",
          "referrer-policy", "no-referrer",
          "x-content-type-options", "nosniff",
          "x-frame-options", "DENY",
          "cross-origin-opener-policy", "same-origin",
          "cross-origin-resource-policy", "same-origin",
          "cross-origin-embedder-policy", "require-corp",
          "x-robots-tag", "noindex");

  private static final JsonMapper JSON = new JsonMapper();

  private final SessionKeys keys;

  Manners(SessionKeys keys) {
    this.keys = keys;
  }

  void of(Shot shot, Answer answer, List<String> wrong) {
    // asks the server, not a page: the container answers with no body and before any code of ours
    boolean ofServer = shot.method.equals("OPTIONS") && shot.path.equals("*");
    if (!ofServer || !answer.body().isEmpty()) {
      headers(answer, wrong);
    }
    cookies(shot, answer, wrong);
    if (answer.status() >= 400) {
      problem(shot, answer, wrong);
    }
  }

  private static void headers(Answer answer, List<String> wrong) {
    HEADERS.forEach(
        (name, value) -> {
          if (!answer.header(name).orElse("").equals(value)) {
            wrong.add("header missing: " + name);
          }
        });
    String type = answer.header("content-type").orElse("");
    if (type.startsWith("text/") && !type.endsWith(";charset=UTF-8")) {
      wrong.add("a text without its charset");
    }
    String policy = answer.header("content-security-policy").orElse("");
    if (!policy.startsWith("default-src 'none'") || policy.contains("unsafe")) {
      wrong.add("header missing: content-security-policy");
    }
    if (answer.header("server").isPresent()) {
      wrong.add("says which server it is");
    }
  }

  /** Below /o and nowhere else. */
  private static boolean ofOrganisers(Shot shot, String cookie) {
    return shot.path.startsWith("/o/") && cookie.startsWith(Sessions.COOKIE + "-o=");
  }

  /**
   * A refusal gives no session. A page that asks once more keeps the one there is, or a visitor's
   * for its token; nobody becomes somebody by being refused.
   */
  private void cookies(Shot shot, Answer answer, List<String> wrong) {
    for (String cookie : answer.cookies()) {
      String value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
      boolean ours =
          (cookie.startsWith(Sessions.COOKIE + "=") || ofOrganisers(shot, cookie))
              && cookie.contains("; Path=/")
              && cookie.contains("; Secure")
              && cookie.contains("; HttpOnly")
              && cookie.contains("; SameSite=Strict")
              && !cookie.contains("Domain");
      // with a token, or with the question whose answer has to be mended first
      boolean asksAgain =
          answer.isPage()
              && (answer.body().contains("name=\"form\"") || answer.body().contains("/start/"));
      if (!ours) {
        wrong.add("another cookie");
      } else if (answer.status() >= 400 && !asksAgain) {
        wrong.add("cookie on a refusal");
      } else if (answer.status() >= 400 && known(value) && !cameKnown(shot)) {
        wrong.add("a refusal made somebody known");
      }
    }
  }

  private boolean known(String value) {
    return keys.open(value).filter(session -> session.known()).isPresent();
  }

  private boolean cameKnown(Shot shot) {
    return shot.headers.stream()
        .filter(one -> one.name().equals("Cookie") && !one.value().equals(shot.oldCookie))
        .flatMap(one -> Pattern.compile("[A-Za-z0-9_-]{200,}").matcher(one.value()).results())
        .anyMatch(found -> known(found.group()));
  }

  private static void problem(Shot shot, Answer answer, List<String> wrong) {
    if (answer.body().isEmpty()) {
      if (!shot.method.equals("HEAD")) {
        wrong.add("a refusal without a word");
      }
    } else if (answer.isPage()) {
      if (!answer.body().contains("<link rel=\"stylesheet\" href=\"/style.css\">")) {
        wrong.add("a page that is not ours");
      }
    } else if (!answer.isProblem() || !known(answer.body(), answer.status())) {
      wrong.add("no known problem");
    }
  }

  private static boolean known(String body, int status) {
    JsonNode problem = JSON.readTree(body);
    String type = problem.path("type").asString("");
    return Set.of("type", "title", "status", "detail", "errors")
            .containsAll(problem.propertyNames())
        && type.startsWith("/problems/")
        && ProblemKind.of(type.substring("/problems/".length()))
            .filter(kind -> kind.status() == status)
            .isPresent();
  }
}

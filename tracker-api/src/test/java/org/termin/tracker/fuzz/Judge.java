package org.termin.tracker.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.session.SessionKeys;

/** Says everything that is wrong with an answer. */
final class Judge {
  /**
   * Pages that show a person again what the same person has just typed, in the fields they typed it
   * into: nobody who mistypes one day has to type twelve again. Everything else repeats nothing.
   */
  private static final Map<String, String> SHOWN_AGAIN =
      Map.of(
          "POST " + Tongue.JOURNEY + "/start/country", "another country, what was entered stays",
          "POST " + Tongue.JOURNEY + "/start/documents", "one more person, or back from the plan",
          "POST " + Tongue.JOURNEY + "/start/plan", "the answers travel in the forms, not with us",
          "POST " + Tongue.JOURNEY + "/start/contact",
              "the answers travel in the forms, not with us",
          "POST " + Tongue.JOURNEY + "/start/wording",
              "the answers travel in the forms, not with us",
          "POST " + Tongue.JOURNEY + "/start/register",
              "a fault beside its field, or a session too old",
          "POST " + Tongue.JOURNEY + "/alerts", "a fault beside its field, or a session too old",
          "POST " + Tongue.JOURNEY + "/me/act", "a day that cannot be, beside its field",
          "POST " + Tongue.JOURNEY + "/me/change", "a fault beside its field, or a lost race");

  private static final Pattern INSIDES =
      Pattern.compile(
          "(java|javax|jakarta|tools\\.jackson|org\\.(termin|springframework|apache))\\.[a-z]"
              + "|Exception\\b|Caused by|\\tat |Tomcat|Whitelabel");

  private final Manners manners;

  Judge(SessionKeys keys) {
    this.manners = new Manners(keys);
  }

  List<String> complaints(Shot shot, Answer answer) {
    List<String> wrong = new ArrayList<>();
    if (answer.status() == 0) {
      // who hangs up in the middle of a body may be hung up on
      if (!shot.framing.name().startsWith("TRUNCATED")) {
        wrong.add("no answer");
      }
      return wrong;
    }
    if (answer.status() >= 500 && !excused(shot.route, answer.status())) {
      wrong.add("server error");
    }
    boolean own = SHOWN_AGAIN.containsKey(shot.route.name()) && answer.isPage();
    boolean read = !own && (answer.status() >= 400 || answer.isPage());
    if (INSIDES.matcher(answer.head()).find() || read && INSIDES.matcher(answer.body()).find()) {
      wrong.add("tells of its insides");
    }
    echoes(shot, answer, wrong);
    if (!shot.route.management()) {
      manners.of(shot, answer, wrong);
    }
    return wrong;
  }

  /**
   * On the loopback port the container says by itself which methods and codings it does not know,
   * and Spring Boot 4.1 fails at the health of "..", which nobody has; neither repeats anything.
   */
  private static boolean excused(Route route, int status) {
    return route.management()
        && (status == 501 || status == 500 && route.pattern().contains("health"));
  }

  private static void echoes(Shot shot, Answer answer, List<String> wrong) {
    if (Echo.in(answer.head(), shot.marker)) {
      wrong.add("echo in the headers");
    }
    if (SHOWN_AGAIN.containsKey(shot.route.name()) && answer.isPage()) {
      if (!Echo.onlyInFields(answer.body(), shot.marker)) {
        wrong.add("echo outside a field");
      }
    } else if (Echo.in(answer.body(), shot.marker)
        || answer.status() >= 400 && shot.told.stream().anyMatch(answer.body()::contains)) {
      wrong.add("echo");
    }
  }
}

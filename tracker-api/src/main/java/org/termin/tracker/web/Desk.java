package org.termin.tracker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Answer;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refused;
import org.termin.tracker.http.Results;
import org.termin.tracker.post.People;
import org.termin.tracker.post.People.Found;
import org.termin.tracker.post.Reply;
import org.termin.tracker.session.FormSecret;
import org.termin.tracker.session.Session;
import org.termin.tracker.session.Sessions;

/** Who is in front of a page: somebody with a session, or a visitor. */
@Component
class Desk {
  private final Sessions sessions;
  private final People people;
  private final Clock clock;

  Desk(Sessions sessions, People people, Clock clock) {
    this.sessions = sessions;
    this.people = people;
    this.clock = clock;
  }

  /** The session of a person or visitor, a new visitor's if there is none; renews the cookie. */
  Session anybody(HttpServletRequest request, HttpServletResponse response) {
    Session session = sessions.read(request).orElseGet(sessions::visitor);
    sessions.issue(response, session);
    return session;
  }

  /** The session a receipt code opened, with its cookie renewed; others are sent to the door. */
  Session person(HttpServletRequest request, HttpServletResponse response) {
    Session session = known(request);
    sessions.issue(response, session);
    return session;
  }

  private Session known(HttpServletRequest request) {
    return sessions.read(request).filter(Session::known).orElseThrow(SessionOver::new);
  }

  /** The person's view; one who erased everything, or changed the code elsewhere, has none. */
  Found found(Session session) {
    return look(session).orElseThrow(SessionOver::new);
  }

  Optional<Found> look(Session session) {
    return people.find(session.access());
  }

  /** Replaces the session in the browser. */
  void welcome(HttpServletResponse response, Session session) {
    sessions.issue(response, session);
  }

  /** Whether the form came from a page of ours, shown in this session. */
  boolean ours(HttpServletRequest request, Session session, String route) {
    String token = request.getParameter(FormSecret.FIELD);
    String site = request.getHeader("Sec-Fetch-Site");
    boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
    return !foreign && token != null && session.forms().fits(route, token);
  }

  /**
   * The session a receipt code opened, of somebody who sends a form of ours. A form that is not
   * ours is refused before the cookie is renewed: others must not keep a session alive.
   */
  Session sender(HttpServletRequest request, HttpServletResponse response, String route) {
    Session session = known(request);
    if (!ours(request, session, route)) {
      throw new Refused(ProblemKind.FOREIGN_FORM);
    }
    sessions.issue(response, session);
    return session;
  }

  /** What to tell of a change that did not go through; nothing if it did, or may yet. */
  static @Nullable ProblemKind refusal(Reply reply) {
    return switch (reply) {
      case Reply.Received() -> null;
      case Reply.Judged(Answer answer) when answer == Answer.DONE -> null;
      case Reply.Judged(Answer answer) -> Results.kind(answer);
    };
  }

  /** The day of the month, for a page that says nothing else. */
  String today(Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
        .withLocale(locale)
        .format(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  Sessions sessions() {
    return sessions;
  }
}

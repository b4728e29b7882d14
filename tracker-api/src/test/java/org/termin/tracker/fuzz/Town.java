package org.termin.tracker.fuzz;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.tracker.Door;
import org.termin.tracker.session.Session;
import org.termin.tracker.session.SessionKeys;
import org.termin.tracker.session.Sessions;

/** The door, its routes, somebody who lives behind it, and the forms they are shown. */
final class Town {
  private static final Duration FRESH = Duration.ofMinutes(4);

  final Door door;
  final List<Route> routes;
  final Resident resident;
  final GoodValues good;
  private Visit visit;

  /** One sitting of the resident: a cookie, and forms with the tokens that belong to it. */
  record Visit(
      String cookie, String oldCookie, Map<String, List<List<Shot.Pair>>> forms, long since) {}

  Town(Door door) {
    this.door = door;
    this.routes = Routes.of(door.context);
    this.resident = Resident.in(door);
    this.good = new GoodValues(LocalDate.ofInstant(door.store.now(), ZoneId.of("Europe/Warsaw")));
    this.visit = arrive();
    release();
  }

  /** Without a figure a country has no picture. */
  private void release() {
    door.store.asAdmin(
        """
        insert into wave.release values ('2026-11-09') on conflict do nothing;
        insert into wave.cell
          (released, country, document, period_start, months, households, drawn)
        values ('2026-11-09', 'PL', 'passport', '2027-07-01', 3, 200, '2026-11-09')
        on conflict do nothing
        """);
  }

  /** Path variables by their names. */
  Map<String, String> known(Route route) {
    return Map.of(
        "secret",
        Door.SECRET,
        "code",
        "PL",
        "country",
        "pl",
        "id",
        route.group().equals("api") ? resident.id().toString() : "not-found",
        "requiredMetricName",
        "jvm.memory.used");
  }

  int port(Route route) {
    return (route.management() ? door.management : door.base).getPort();
  }

  /** Every page the resident can see, those behind forms without a token included. */
  List<String> pages() {
    return Pages.texts(
        door.base.getPort(),
        routes,
        Map.of("secret", Door.SECRET, "code", "PL", "id", resident.id().toString()),
        good,
        visit().cookie());
  }

  /** Cookies end after ten minutes, long runs do not. */
  synchronized Visit visit() {
    if (System.nanoTime() - visit.since() > FRESH.toNanos()) {
      visit = arrive();
    }
    return visit;
  }

  private Visit arrive() {
    Sessions sessions = door.context.getBean(Sessions.class);
    SessionKeys keys = door.context.getBean(SessionKeys.class);
    Session now = sessions.newcomer(resident.id(), resident.code());
    Session longAgo =
        new Session(
            now.issuedMinute() - 70,
            now.seenMinute() - 11,
            now.registration(),
            now.access(),
            now.forms(),
            now.code());
    String cookie = Sessions.COOKIE + "=" + keys.seal(now);
    Map<String, String> known =
        Map.of("secret", Door.SECRET, "code", "PL", "id", resident.id().toString());
    return new Visit(
        cookie,
        Sessions.COOKIE + "=" + keys.seal(longAgo),
        Pages.forms(door.base.getPort(), routes, known, good, cookie),
        System.nanoTime());
  }

  /** A receipt code that reads well and is nobody's. */
  static String nearly(ReceiptCode code, int at) {
    char[] text = code.display().toCharArray();
    if (text[at] == '-') {
      return new String(text, 0, text.length - 1);
    }
    text[at] = text[at] == '7' ? '8' : '7';
    return new String(text);
  }
}

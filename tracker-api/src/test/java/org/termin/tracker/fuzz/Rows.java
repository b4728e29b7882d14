package org.termin.tracker.fuzz;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.termin.contract.sealed.Callback;
import org.termin.contract.sealed.Message;
import org.termin.contract.sealed.MessageSeal;
import org.termin.contract.sealed.Opening.Opened;
import org.termin.contract.sealed.Register;
import org.termin.contract.sealed.Unsubscribe;
import org.termin.database.Role;
import org.termin.tracker.Door;
import org.termin.tracker.http.Tongue;

/** Keeps the account of the inbox: what answers promised, and what lies there in the end. */
final class Rows {
  /** What a route stores, and which of its answers say that it did. */
  private record Promise(String message, Pattern answer) {}

  /** A new route that stores something without a line here ends as a row nobody promised. */
  private static final Map<String, Promise> PROMISES =
      Map.ofEntries(
          promise("POST /api/v1/registrations", "Register", "201.*"),
          promise("POST /api/v1/registrations/{id}/confirmations", "Confirm", "20[02].*"),
          promise("POST /api/v1/registrations/{id}/resend", "Resend", "202.*"),
          promise("PUT /api/v1/registrations/current", "Change", "20[02].*"),
          promise("DELETE /api/v1/registrations/current", "Act", "20[02].*"),
          promise("POST /api/v1/registrations/current/actions", "Act", "20[02].*"),
          promise("POST " + Tongue.JOURNEY + "/start/register", "Register", "303 /../code"),
          promise("POST " + Tongue.JOURNEY + "/alerts", "Register", "303 /../code"),
          promise("POST " + Tongue.JOURNEY + "/code", "Confirm", "303 /../code\\?n=received"),
          promise("POST " + Tongue.JOURNEY + "/code/again", "Resend", "303 /../code\\?n=sent"),
          promise(
              "POST " + Tongue.JOURNEY + "/me/act",
              "Act",
              "303 /../(me\\?n=received|erased|receipt\\?n=new)"),
          promise("POST " + Tongue.JOURNEY + "/me/change", "Change", "303 /../me\\?n=changed"),
          promise("POST " + Tongue.JOURNEY + "/me/moved", "Change", "303 /../me\\?n=moved"),
          promise("POST /callbacks/{secret}/sms/status", "Callback", "204.*"),
          promise("POST /callbacks/{secret}/sms/reply", "Callback", "204.*"),
          // the answer is the same whatever the token was, so this promises a row at most
          promise("POST /callbacks/{secret}/mail/unsubscribe", "Unsubscribe", "20[04].*"));

  private static final Pattern MARKER = Pattern.compile("zqk([0-9a-z]{5})v\\d");

  private final Door door;
  private final List<Route> routes;
  private final Map<String, AtomicInteger> promised = new ConcurrentHashMap<>();
  private final BitSet refused = new BitSet();

  Rows(Town town) {
    this.door = town.door;
    this.routes = town.routes;
  }

  private static Map.Entry<String, Promise> promise(String route, String message, String answer) {
    return Map.entry(route, new Promise(message, Pattern.compile(answer)));
  }

  /** Notes what this answer promised, by the route the request came to in the end. */
  void note(Shot shot, Answer answer) {
    Promise promise =
        PROMISES.get(
            routes.stream()
                .filter(one -> one.method().equals(shot.method) && one.fits(plain(shot.path)))
                .map(Route::name)
                .findFirst()
                .orElse(""));
    String said = (answer.status() + " " + answer.header("location").orElse("")).strip();
    if (promise != null && promise.answer().matcher(said).matches()) {
      promised.computeIfAbsent(promise.message(), _ -> new AtomicInteger()).incrementAndGet();
    } else {
      synchronized (refused) {
        refused.set(shot.index);
      }
    }
  }

  /** The path as the container reads it. */
  private static String plain(String path) {
    String plain = path.replaceFirst("^http://[^/]*", "").replaceAll(";[^/]*", "");
    try {
      plain = URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unreadable) {
      return plain;
    }
    return Path.of("/", plain.replace('\u0000', '_')).normalize().toString();
  }

  private record Row(UUID id, byte[] sealed) {}

  /** What is found, by kind, and how many rows belong to nobody or to a refused request. */
  record Account(Map<String, Integer> found, Map<String, Integer> promised, int unpromised) {}

  Account account() {
    Map<String, Integer> found = new TreeMap<>();
    int ofRefused = 0;
    List<Row> rows =
        door.store
            .jdbc(Role.NOTIFIER)
            .sql("select id, sealed from door.inbox")
            .query(Row.class)
            .list();
    for (Row row : rows) {
      if (!(MessageSeal.open(door.keys, row.id(), row.sealed())
          instanceof Opened<Message>(Message message))) {
        throw new AssertionError("a row that does not open");
      }
      found.merge(message.getClass().getSimpleName(), 1, Integer::sum);
      boolean alien =
          MARKER
              .matcher(text(message))
              .results()
              .map((MatchResult one) -> Integer.parseInt(one.group(1), 36))
              .anyMatch(refused::get);
      ofRefused += alien ? 1 : 0;
    }
    Map<String, Integer> counts = new TreeMap<>();
    promised.forEach((kind, count) -> counts.put(kind, count.get()));
    counts.keySet().forEach(kind -> found.putIfAbsent(kind, 0));
    int more = 0;
    for (String kind : found.keySet()) {
      more += Math.max(0, found.get(kind) - counts.getOrDefault(kind, 0));
    }
    return new Account(found, counts, Math.max(more, ofRefused));
  }

  private static String text(Message message) {
    return switch (message) {
      case Callback one -> one.url() + " " + one.signature() + " " + one.body();
      case Unsubscribe one -> one.token();
      case Register one -> String.valueOf(one.contacts().stream().map(c -> c.value()).toList());
      default -> "";
    };
  }
}

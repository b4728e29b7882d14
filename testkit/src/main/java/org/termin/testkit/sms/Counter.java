package org.termin.testkit.sms;

import static org.termin.testkit.sms.Speech.json;
import static org.termin.testkit.sms.Speech.notFound;
import static org.termin.testkit.sms.Speech.speak;

import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where requests are answered: what may be asked, and in which order things happen. */
final class Counter {
  private final Ledger ledger;
  private final Moods moods;
  private final Reports reports;
  private final AtomicInteger questions = new AtomicInteger();
  private volatile Supplier<Instant> clock = Clock.systemUTC()::instant;
  private volatile Consumer<Post> watcher = _ -> {};
  private volatile boolean listing = true;
  private volatile boolean redacting;

  Counter(Ledger ledger, Moods moods, Reports reports) {
    this.ledger = ledger;
    this.moods = moods;
    this.reports = reports;
  }

  void clock(Supplier<Instant> now) {
    clock = now;
  }

  void watchedBy(Consumer<Post> whoever) {
    watcher = whoever;
  }

  void listShows(boolean messages) {
    listing = messages;
  }

  void redacts(boolean texts) {
    redacting = texts;
  }

  int questions() {
    return questions.get();
  }

  void reset() {
    watcher = _ -> {};
    listing = true;
    redacting = false;
    questions.set(0);
  }

  /** Answers one request; false means that the line is done. */
  boolean answer(RawHttp.Request request, Socket socket) throws IOException, InterruptedException {
    String[] path = request.uri().getPath().split("/");
    boolean messages = path.length >= 5 && path[1].equals("2010-04-01");
    if (!messages || !path[4].startsWith("Messages")) {
      return notFound(socket);
    }
    if (!request.headers().getOrDefault("Authorization", "").startsWith("Basic ")) {
      return json(socket, 401, Wire.error(401, 20003, "Authenticate"));
    }
    if (path.length == 5 && request.method().equals("POST")) {
      return create(path[3], request, socket);
    }
    questions.incrementAndGet();
    Script mood = moods.books();
    if (mood != null) {
      return speak(mood, 200, new byte[0], "", socket);
    }
    return path.length == 5
        ? json(socket, 200, Wire.list(path[3], found(request)))
        : one(path[3], path[5].replace(".json", ""), request.method(), socket);
  }

  private List<SentText> found(RawHttp.Request request) {
    Map<String, String> query =
        Form.parse(Optional.ofNullable(request.uri().getRawQuery()).orElse(""));
    if (!listing) {
      return List.of();
    }
    return ledger.messages().reversed().stream()
        .filter(text -> !query.containsKey("To") || text.to().equals(query.get("To")))
        .limit(Integer.parseInt(query.getOrDefault("PageSize", "50")))
        .map(this::shown)
        .toList();
  }

  private SentText shown(SentText text) {
    return redacting ? text.redacted() : text;
  }

  private boolean one(String account, String sid, String method, Socket socket) throws IOException {
    SentText text = ledger.find(sid).orElse(null);
    if (text == null) {
      return notFound(socket);
    }
    if (!method.equals("DELETE")) {
      return json(socket, 200, Wire.message(account, shown(text)));
    }
    if (!text.ended()) {
      return json(socket, 409, Wire.error(409, 20009, "Cannot delete an unfinished message"));
    }
    ledger.delete(sid);
    return json(socket, 204, new byte[0]);
  }

  private boolean create(String account, RawHttp.Request request, Socket socket)
      throws IOException, InterruptedException {
    Map<String, String> form = Form.parse(request.body());
    OptionalInt broken = RequestRules.broken(form);
    String to = form.getOrDefault("To", "");
    Script script = broken.isPresent() ? Script.reject(broken.getAsInt()) : moods.of(to);
    Post post = ledger.arrived(form, script.accepts());
    watcher.accept(post);
    // taken before anything can go wrong with the answer
    Optional<SentText> text = ledger.keep(post, clock.get());
    byte[] body = text.map(taken -> Wire.message(account, taken)).orElseGet(() -> new byte[0]);
    try {
      return speak(script, 201, body, to, socket);
    } finally {
      // whoever asked may have died over the answer; what was taken is reported all the same
      text.ifPresent(reports::follow);
    }
  }
}

package org.termin.testkit.sms;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's message API on the loopback address: it takes, lists, shows and deletes messages,
 * misbehaves per number as scripted, and posts signed reports and replies to the door.
 */
public final class FakeSmsProvider implements AutoCloseable {
  private static final Duration REPORT_PAUSE = Duration.ofMillis(500);

  private final RawHttp http;
  private final Map<String, SentText> sent = Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<Post> posts = new ArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final List<String> deleted = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<Script>> scripts = new ConcurrentHashMap<>();
  private volatile Script usual = Script.accept();
  private volatile Consumer<Post> watcher = _ -> {};
  private volatile boolean reportsByItself;
  private volatile boolean repeatsReports;
  private volatile boolean closed;
  private volatile @Nullable Callbacks callbacks;
  private volatile boolean listing = true;

  private FakeSmsProvider(int port) {
    this.http = new RawHttp(port, this::answer);
  }

  /** Starts on a free port. */
  public static FakeSmsProvider start() {
    return new FakeSmsProvider(0);
  }

  /** Starts on that port, for instance again after an outage. */
  public static FakeSmsProvider start(int port) {
    return new FakeSmsProvider(port);
  }

  /** What {@code TERMIN_TWILIO_BASE_URL} is set to. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + http.port());
  }

  /** Answers the number's next requests so, one after the other, and then as usual. */
  public FakeSmsProvider answers(String to, Script... next) {
    scripts.computeIfAbsent(to, _ -> new ArrayDeque<>()).addAll(List.of(next));
    return this;
  }

  /** Answers everybody so from now on, but for numbers with a script of their own. */
  public FakeSmsProvider answersEverybody(Script always) {
    usual = always;
    return this;
  }

  /** Reports sent and delivered for each message at once, where reports are wanted. */
  public FakeSmsProvider reportsByItself() {
    reportsByItself = true;
    return this;
  }

  /** As above, and each report is repeated until the door has taken it. */
  public FakeSmsProvider reportsUntilHeard() {
    repeatsReports = true;
    return reportsByItself();
  }

  /** Sees each request to send while its sender still waits, and before it is taken. */
  public FakeSmsProvider watchedBy(Consumer<Post> whoever) {
    watcher = whoever;
    return this;
  }

  /** Whether the list shows what was taken; a real one lags behind. */
  public FakeSmsProvider listShows(boolean messages) {
    listing = messages;
    return this;
  }

  /** Reports and replies go to this door, signed for its own address. */
  public FakeSmsProvider callbacksGoTo(URI door, String authToken) {
    return callbacksGoTo(door, door.toString(), authToken);
  }

  /** Reports and replies go to this door, signed for the public address in front of it. */
  public FakeSmsProvider callbacksGoTo(URI door, String publicAddress, String authToken) {
    callbacks = Callbacks.to(door, publicAddress, authToken);
    return this;
  }

  /** Every request to send, refused ones too. */
  public List<Post> posts() {
    synchronized (posts) {
      return List.copyOf(posts);
    }
  }

  /** Every request to send to that number. */
  public List<Post> postsTo(String to) {
    return posts().stream().filter(post -> post.to().equals(to)).toList();
  }

  /** Every message taken, whatever the caller saw. */
  public List<SentText> messages() {
    synchronized (sent) {
      return new ArrayList<>(sent.values());
    }
  }

  /** The messages taken for that number, oldest first. */
  public List<SentText> messagesTo(String to) {
    return messages().stream().filter(text -> text.to().equals(to)).toList();
  }

  /** Ids of the messages that were deleted here. */
  public List<String> deleted() {
    return List.copyOf(deleted);
  }

  /** Forgets everything but the address. */
  public void reset() {
    sent.clear();
    synchronized (posts) {
      posts.clear();
      numbers.set(0);
    }
    deleted.clear();
    scripts.clear();
    usual = Script.accept();
    watcher = _ -> {};
    reportsByItself = false;
    repeatsReports = false;
    listing = true;
  }

  /** Moves the message's status and posts the signed report; the door's answer. */
  public int report(String sid, String status, @Nullable Integer errorCode) {
    SentText text =
        Optional.ofNullable(sent.computeIfPresent(sid, (_, old) -> old.with(status, errorCode)))
            .orElseThrow(() -> new IllegalArgumentException("no such message"));
    String url =
        Optional.ofNullable(text.statusCallback())
            .orElseThrow(() -> new IllegalStateException("no report was asked for"));
    return door().post(url, statusForm(text));
  }

  /** The same report without an error. */
  public int report(String sid, String status) {
    return report(sid, status, null);
  }

  /** Posts a text from a phone to the path for replies; the door's answer. */
  public int reply(String path, String from, String text) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("MessageSid", newSid());
    form.put("AccountSid", "AC" + "0".repeat(32));
    form.put("From", from);
    form.put("To", "+48732000000");
    form.put("Body", text);
    form.put("NumSegments", "1");
    form.put("NumMedia", "0");
    return door().post(door().publicAddress() + path, form);
  }

  private Callbacks door() {
    return Optional.ofNullable(callbacks)
        .orElseThrow(() -> new IllegalStateException("say first where callbacks go to"));
  }

  private static Map<String, String> statusForm(SentText text) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("MessageSid", text.sid());
    form.put("SmsSid", text.sid());
    form.put("AccountSid", "AC" + "0".repeat(32));
    form.put("MessageStatus", text.status());
    form.put("SmsStatus", text.status());
    form.put("To", text.to());
    form.put("From", text.from());
    form.put("ApiVersion", "2010-04-01");
    Optional.ofNullable(text.errorCode())
        .ifPresent(code -> form.put("ErrorCode", Integer.toString(code)));
    return form;
  }

  private boolean answer(RawHttp.Request request, Socket socket)
      throws IOException, InterruptedException {
    String[] path = request.uri().getPath().split("/");
    boolean messages = path.length >= 5 && path[1].equals("2010-04-01");
    if (!messages || !path[4].startsWith("Messages")) {
      return json(socket, 404, Wire.error(404, 20404, "The requested resource was not found"));
    }
    if (!request.headers().getOrDefault("Authorization", "").startsWith("Basic ")) {
      return json(socket, 401, Wire.error(401, 20003, "Authenticate"));
    }
    String account = path[3];
    if (path.length == 5) {
      return request.method().equals("POST")
          ? create(account, request, socket)
          : json(socket, 200, Wire.list(account, found(request)));
    }
    return one(account, path[5].replace(".json", ""), request.method(), socket);
  }

  private List<SentText> found(RawHttp.Request request) {
    Map<String, String> query =
        Form.parse(Optional.ofNullable(request.uri().getRawQuery()).orElse(""));
    if (!listing) {
      return List.of();
    }
    return messages().reversed().stream()
        .filter(text -> !query.containsKey("To") || text.to().equals(query.get("To")))
        .limit(Integer.parseInt(query.getOrDefault("PageSize", "50")))
        .toList();
  }

  private boolean one(String account, String sid, String method, Socket socket) throws IOException {
    SentText text = sent.get(sid);
    if (text == null) {
      return json(socket, 404, Wire.error(404, 20404, "The requested resource was not found"));
    }
    if (!method.equals("DELETE")) {
      return json(socket, 200, Wire.message(account, text));
    }
    if (!text.ended()) {
      return json(socket, 409, Wire.error(409, 20009, "Cannot delete an unfinished message"));
    }
    sent.remove(sid);
    deleted.add(sid);
    return json(socket, 204, new byte[0]);
  }

  private boolean create(String account, RawHttp.Request request, Socket socket)
      throws IOException, InterruptedException {
    Map<String, String> form = Form.parse(request.body());
    OptionalInt broken = RequestRules.broken(form);
    String to = form.getOrDefault("To", "");
    Script script = broken.isPresent() ? Script.reject(broken.getAsInt()) : next(to);
    // taken before anything can go wrong with the answer
    SentText text = null;
    Map<String, String> asked = Map.copyOf(form);
    Post post = new Post(numbers.incrementAndGet(), asked, script.accepts());
    watcher.accept(post);
    synchronized (posts) {
      posts.add(post);
      if (script.accepts()) {
        text = take(form);
      }
    }
    boolean goesOn = speak(script, account, text, to, socket);
    if (text != null && reportsByItself && text.statusCallback() != null) {
      String sid = text.sid();
      Thread.ofVirtual().start(() -> reportDelivered(sid));
    }
    return goesOn;
  }

  private Script next(String to) {
    Deque<Script> own = scripts.get(to);
    if (own == null) {
      return usual;
    }
    synchronized (own) {
      Script first = own.poll();
      return first == null ? usual : first;
    }
  }

  private SentText take(Map<String, String> form) {
    SentText text =
        new SentText(
            newSid(),
            form.getOrDefault("To", ""),
            form.getOrDefault("From", form.getOrDefault("MessagingServiceSid", "")),
            form.getOrDefault("Body", ""),
            form.get("StatusCallback"),
            Clock.systemUTC().instant(),
            "queued",
            null);
    sent.put(text.sid(), text);
    return text;
  }

  private static String newSid() {
    return "SM" + UUID.randomUUID().toString().replace("-", "");
  }

  private static boolean speak(
      Script script, String account, @Nullable SentText text, String to, Socket socket)
      throws IOException, InterruptedException {
    byte[] message = text == null ? new byte[0] : Wire.message(account, text);
    return switch (script) {
      case Script.Accept() -> json(socket, 201, message);
      case Script.Slow(var time) -> {
        Thread.sleep(time);
        yield json(socket, 201, message);
      }
      case Script.Fail(var status, var code, _) ->
          // as the real one does, the sentence repeats the number
          json(socket, status, Wire.error(status, code, "The 'To' number " + to + " failed."));
      case Script.TooMany(var after) -> {
        byte[] error = Wire.error(429, 20429, "Too Many Requests");
        String header = "Retry-After: " + after.toSeconds() + "\r\n";
        RawHttp.write(socket, 429, "application/json", header, error, error.length);
        yield true;
      }
      case Script.HtmlPage(var status, _) -> {
        byte[] page = "<html><body>Bad Gateway</body></html>".getBytes(StandardCharsets.UTF_8);
        RawHttp.write(socket, status, "text/html", "", page, page.length);
        yield true;
      }
      case Script.HangUp(_) -> false;
      case Script.Reset(_) -> {
        socket.setSoLinger(true, 0);
        yield false;
      }
      case Script.Stall(var time, _) -> {
        Thread.sleep(time);
        yield false;
      }
      case Script.Truncated(_) -> {
        RawHttp.write(socket, 201, "application/json", "", message, message.length / 2);
        yield false;
      }
    };
  }

  private static boolean json(Socket socket, int status, byte[] body) throws IOException {
    RawHttp.write(socket, status, "application/json", "", body, body.length);
    return true;
  }

  private void reportDelivered(String sid) {
    reportOnceOrUntilHeard(sid, "sent");
    reportOnceOrUntilHeard(sid, "delivered");
  }

  private void reportOnceOrUntilHeard(String sid, String status) {
    while (!heard(sid, status) && repeatsReports && !closed) {
      try {
        Thread.sleep(REPORT_PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean heard(String sid, String status) {
    try {
      return report(sid, status) < 300;
    } catch (RuntimeException e) {
      // a lost report is an ordinary day
      return false;
    }
  }

  @Override
  public void close() {
    closed = true;
    http.close();
  }
}

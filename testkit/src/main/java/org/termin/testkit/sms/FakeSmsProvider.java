package org.termin.testkit.sms;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's message API on the loopback address: it takes, lists, shows and deletes messages,
 * misbehaves per number as scripted, and posts signed reports and replies to the door.
 */
public final class FakeSmsProvider implements AutoCloseable {
  private final Ledger ledger = new Ledger();
  private final Moods moods = new Moods();
  private final Reports reports = new Reports(ledger, this::isClosed);
  private final Counter counter = new Counter(ledger, moods, reports);
  private final InetAddress address;
  private final int port;
  private volatile RawHttp http;
  private volatile boolean closed;

  private FakeSmsProvider(InetAddress address, int port) {
    this.address = address;
    this.http = new RawHttp(address, port, counter::answer);
    this.port = http.port();
  }

  /** Starts on a free port. */
  public static FakeSmsProvider start() {
    return start(0);
  }

  /** Starts on that port, for instance again after an outage. */
  public static FakeSmsProvider start(int port) {
    return new FakeSmsProvider(InetAddress.getLoopbackAddress(), port);
  }

  /** Starts where others reach it too: in a container, whose loopback address nobody else has. */
  static FakeSmsProvider startForOthers(InetAddress address, int port) {
    return new FakeSmsProvider(address, port);
  }

  /** What {@code TERMIN_TWILIO_BASE_URL} is set to. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Nobody answers at the address any more; what was taken is kept. */
  public void goesDown() {
    http.close();
  }

  /** Answers again at the same address. */
  public void comesUp() {
    http = new RawHttp(address, port, counter::answer);
  }

  /** Dates messages by that clock instead of this machine's. */
  public FakeSmsProvider clock(Supplier<Instant> now) {
    counter.clock(now);
    return this;
  }

  /** Answers the number's next requests so, one after the other, and then as usual. */
  public FakeSmsProvider answers(String to, Script... next) {
    moods.next(to, next);
    return this;
  }

  /** Answers everybody so from now on, but for numbers with a script of their own. */
  public FakeSmsProvider answersEverybody(Script always) {
    moods.always(always);
    return this;
  }

  /** Answers every question for a list or a message so; null: properly again. */
  public FakeSmsProvider answersQuestions(@Nullable Script always) {
    moods.books(always);
    return this;
  }

  /** Reports sent and delivered for each message at once, where reports are wanted. */
  public FakeSmsProvider reportsByItself() {
    reports.byItself(false);
    return this;
  }

  /** As above, and each report is repeated until the door has taken it. */
  public FakeSmsProvider reportsUntilHeard() {
    reports.byItself(true);
    return this;
  }

  /** Sees each request to send while its sender still waits, and before it is taken. */
  public FakeSmsProvider watchedBy(Consumer<Post> whoever) {
    counter.watchedBy(whoever);
    return this;
  }

  /** Whether the list shows what was taken; a real one lags behind. */
  public FakeSmsProvider listShows(boolean messages) {
    counter.listShows(messages);
    return this;
  }

  /** Whether texts in lists and answers are blacked out, as the real one does on request. */
  public FakeSmsProvider redacts(boolean texts) {
    counter.redacts(texts);
    return this;
  }

  /** Reports and replies go to this door, signed for its own address. */
  public FakeSmsProvider callbacksGoTo(URI door, String authToken) {
    return callbacksGoTo(door, door.toString(), authToken);
  }

  /** Reports and replies go to this door, signed for the public address in front of it. */
  public FakeSmsProvider callbacksGoTo(URI door, String publicAddress, String authToken) {
    reports.goTo(door, publicAddress, authToken);
    return this;
  }

  /** Every request to send, refused ones too. */
  public List<Post> posts() {
    return ledger.posts();
  }

  /** Every request to send to that number. */
  public List<Post> postsTo(String to) {
    return posts().stream().filter(post -> post.to().equals(to)).toList();
  }

  /** How many requests came that were not to send: for lists, single messages, deletions. */
  public int questions() {
    return counter.questions();
  }

  /** Every message taken, whatever the caller saw. */
  public List<SentText> messages() {
    return ledger.messages();
  }

  /** The messages taken for that number, oldest first. */
  public List<SentText> messagesTo(String to) {
    return messages().stream().filter(text -> text.to().equals(to)).toList();
  }

  /** Ids of the messages that were deleted here. */
  public List<String> deleted() {
    return ledger.deleted();
  }

  /** Forgets everything but the address. */
  public void reset() {
    ledger.clear();
    moods.clear();
    reports.clear();
    counter.reset();
  }

  /** Moves the message's status and posts the signed report; the door's answer. */
  public int report(String sid, String status, @Nullable Integer errorCode) {
    return reports.report(sid, status, errorCode);
  }

  /** The same report without an error. */
  public int report(String sid, String status) {
    return report(sid, status, null);
  }

  /** Moves the message's status and tells nobody. */
  public void becomes(String sid, String status, @Nullable Integer errorCode) {
    ledger.move(sid, status, errorCode);
  }

  /** Posts a report to that address, signed with that token; nothing moves here. */
  public int forge(String url, SentText text, String authToken) {
    return reports.forge(url, text, authToken);
  }

  /** Posts whatever form to the path, properly signed; the door's answer. */
  public int calls(String path, Map<String, String> form) {
    return reports.call(path, form);
  }

  /** Posts a text from a phone to the path for replies; the door's answer. */
  public int reply(String path, String from, String text) {
    return reports.reply(path, from, text);
  }

  private boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    http.close();
  }
}

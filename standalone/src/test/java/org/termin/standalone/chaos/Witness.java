package org.termin.standalone.chaos;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.termin.database.Role;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.sms.Post;

/**
 * Stands beside the provider: how many copies each phone was sent and when the first one was taken,
 * and whether the attempt of each request was committed while its sender still waited.
 */
final class Witness implements Consumer<Post>, AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("[?&]d=([A-Za-z0-9_-]{43})");

  private final Map<String, AtomicInteger> copies = new ConcurrentHashMap<>();
  private final Set<UUID> attempts = ConcurrentHashMap.newKeySet();
  private final Queue<UUID> unanswered = new ConcurrentLinkedQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger checked = new AtomicInteger();
  private final AtomicInteger uncommitted = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();
  private final HikariDataSource store;
  private volatile boolean counting;
  private final Queue<Long> firsts = new ConcurrentLinkedQueue<>();
  private volatile long lastNew = System.nanoTime();
  private volatile long longestSilence;

  Witness(Supervisor supervisor) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(supervisor.storeUrl());
    config.setUsername(Role.NOTIFIER.login());
    config.setPassword(supervisor.password(Role.NOTIFIER));
    config.setMaximumPoolSize(4);
    config.setConnectionTimeout(500);
    config.setInitializationFailTimeout(-1);
    store = new HikariDataSource(config);
  }

  /** The wave begins: what was sent before, the codes, does not count. */
  void begin() {
    lastNew = System.nanoTime();
    counting = true;
  }

  @Override
  public void accept(Post post) {
    if (!counting) {
      return;
    }
    requests.incrementAndGet();
    UUID attempt = attempt(post);
    if (!attempts.add(attempt)) {
      repeated.incrementAndGet();
    }
    ask(attempt);
    if (post.accepted()
        && copies.computeIfAbsent(post.to(), _ -> new AtomicInteger()).incrementAndGet() == 1) {
      long now = System.nanoTime();
      longestSilence = Math.max(longestSilence, now - lastNew);
      lastNew = now;
      firsts.add(now);
    }
  }

  /** The attempt's id is the first half of the token in the address for reports. */
  private static UUID attempt(Post post) {
    Matcher token = TOKEN.matcher(post.statusCallback().orElse(""));
    if (!token.find()) {
      throw new IllegalStateException("a request without an address for reports");
    }
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token.group(1)));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private void ask(UUID attempt) {
    try {
      if (!committed(attempt)) {
        uncommitted.incrementAndGet();
      }
      checked.incrementAndGet();
    } catch (SQLException e) {
      // the store is being killed; nothing can be committed meanwhile, so asking later is as good
      unanswered.add(attempt);
    }
  }

  private boolean committed(UUID attempt) throws SQLException {
    try (Connection eyes = store.getConnection();
        PreparedStatement question =
            eyes.prepareStatement("select from ledger.attempt where id = ?")) {
      question.setObject(1, attempt);
      try (ResultSet row = question.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Asks what could not be asked while the store was away. */
  void askTheRest() {
    for (UUID attempt = unanswered.poll(); attempt != null; attempt = unanswered.poll()) {
      try {
        if (!committed(attempt)) {
          uncommitted.incrementAndGet();
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** How many phones have been told at least once. */
  int told() {
    return copies.size();
  }

  /** Whether that phone has been told. */
  boolean told(String phone) {
    return copies.containsKey(phone);
  }

  /** Copies beyond the first, over all phones. */
  int extraCopies() {
    return copies.values().stream().mapToInt(count -> count.get() - 1).sum();
  }

  /** The most copies one phone was sent. */
  int mostCopies() {
    return copies.values().stream().mapToInt(AtomicInteger::get).max().orElse(0);
  }

  /** Requests, refused ones too. */
  int requests() {
    return requests.get();
  }

  /** Requests whose attempt was looked up while they waited. */
  int checkedAtOnce() {
    return checked.get();
  }

  /** Requests without a committed attempt. */
  int uncommitted() {
    return uncommitted.get();
  }

  /** Requests that carried an attempt seen before. */
  int repeatedAttempts() {
    return repeated.get();
  }

  /** When somebody was told for the first time most recently, as {@link System#nanoTime()}. */
  long lastNew() {
    return lastNew;
  }

  /**
   * When that share of those who were told at all had been told, as {@link System#nanoTime()}.
   *
   * @param share above 0, at most 1
   */
  long toldBy(double share) {
    List<Long> sorted = firsts.stream().sorted().toList();
    return sorted.get((int) Math.ceil(sorted.size() * share) - 1);
  }

  /** The longest time in which nobody new was told. */
  double longestSilenceSeconds() {
    return longestSilence / 1e9;
  }

  @Override
  public void close() {
    store.close();
  }
}

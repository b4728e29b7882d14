package org.termin.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.IntakePublicKey;
import org.termin.contract.sealed.Message;
import org.termin.contract.sealed.MessageSeal;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Contact;
import org.termin.database.Role;
import org.termin.standalone.rest.Rest;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.Forgery;
import org.termin.testkit.Samples;
import org.termin.testkit.sms.FakeSmsProvider;
import org.termin.testkit.sms.Post;
import tools.jackson.databind.node.ObjectNode;

/**
 * Many people at once, posted as the door posts: sealed with the public key, inserted with its
 * role.
 */
public final class Crowd {
  /** How long a crowd may take for one step. */
  public static final Duration PATIENCE =
      Duration.ofMinutes(Integer.getInteger("wave.minutes", 10));

  private static final int KEPT = 5_000;
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
  private final Supervisor supervisor;
  private final FakeSmsProvider provider;
  private final IntakePublicKey key;
  private final Map<UUID, ReceiptCode> people = new HashMap<>();
  private final Map<UUID, String> phones = new HashMap<>();
  private final List<Posted> posted = new ArrayList<>();

  /** A row as it went into the inbox; whoever holds the door may have kept it. */
  public record Posted(UUID id, byte[] sealed) {}

  public Crowd(Supervisor supervisor, FakeSmsProvider provider, Path publicKeys) {
    this.supervisor = supervisor;
    this.provider = provider;
    this.key = newest(publicKeys);
  }

  /** Everybody compressed, SMS to the fake provider, reports to the door at that port. */
  public static Map<String, String> environment(FakeSmsProvider provider, int port) {
    Map<String, String> all = new HashMap<>();
    all.put("TERMIN_CHANNELS", "sms");
    all.put("TWILIO_ACCOUNT_SID", "AC" + "0".repeat(32));
    all.put("TWILIO_API_KEY", "SK" + "0".repeat(32));
    all.put("TWILIO_API_SECRET", "secret");
    all.put("TWILIO_AUTH_TOKEN", "token");
    all.put("TWILIO_FROM", "+48732000000");
    all.put("TERMIN_TWILIO_BASE_URL", provider.baseUrl().toString());
    all.put("TERMIN_CALLBACK_URL", "http://127.0.0.1:" + port);
    all.put("TERMIN_SMS_RATE", "2000");
    for (String limit : List.of("DESTINATION", "PREFIX", "PREFIXDAY", "COUNTRY", "MONEY")) {
      all.put("TERMIN_CODES_" + limit, "1000000000");
    }
    all.put("TERMIN_REMINDERS_MONEY", "1000000000000");
    all.put("TERMIN_INTAKE_EVERY", "1s");
    all.put("TERMIN_SCAN_EVERY", "1s");
    all.put("TERMIN_SWEEP_EVERY", "2s");
    all.put("TERMIN_DELIVERY_LEASE", "30s");
    all.put("TERMIN_DELIVERY_UNKNOWNAFTER", "10s");
    all.put("TERMIN_DELIVERY_REPUBLISH", "30s");
    return all;
  }

  /** The notifier's pages for operators, with the token of its key folder. */
  static Rest operator(Supervisor supervisor, String notifier) {
    try {
      Path token = supervisor.settings().folders().operatorToken();
      return new Rest(supervisor.management(notifier), Files.readString(token).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IntakePublicKey newest(Path folder) {
    try (var files = Files.list(folder)) {
      Path file =
          files
              .filter(one -> IntakePublicKey.epochOf(one.getFileName().toString()).isPresent())
              .max(Comparator.comparing(one -> epoch(one)))
              .orElseThrow();
      return IntakePublicKey.of(epoch(file), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int epoch(Path file) {
    return IntakePublicKey.epochOf(file.getFileName().toString()).orElseThrow();
  }

  /** The phone of the n-th person, from 0. */
  public static String phone(int n) {
    return "+48%d".formatted(512_000_000 + n);
  }

  /** Signs up that many people, each with a phone of their own, and waits for their codes. */
  public void signUp(int first, int count, LocalDate today) {
    List<Posted> rows = new ArrayList<>();
    for (int n = first; n < first + count; n++) {
      UUID id = UUID.randomUUID();
      ReceiptCode receipt = ReceiptCode.random();
      String phone = phone(n);
      people.put(id, receipt);
      phones.put(id, phone);
      rows.add(
          seal(
              id,
              Samples.register(
                  receipt, Samples.passport("PL", today.plusDays(700)), Contact.of(phone))));
    }
    insert(rows);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> reached(0).size() >= people.size());
  }

  /** Everybody types the code from the phone at the same moment. */
  public void confirm() {
    Map<String, String> codes = new HashMap<>();
    for (Post post : provider.posts()) {
      Matcher code = CODE.matcher(post.body());
      if (code.find()) {
        codes.put(post.to(), code.group(1));
      }
    }
    List<Posted> rows = new ArrayList<>();
    people.forEach(
        (id, receipt) ->
            rows.add(
                seal(
                    UUID.randomUUID(),
                    new Confirm(id, receipt.proof(), 0, codes.get(phones.get(id))))));
    insert(rows);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> count("select count(*) from people.record where state = 2") == people.size());
  }

  public Posted seal(UUID id, Message message) {
    return new Posted(id, MessageSeal.seal(key, id, message));
  }

  /** A message spoiled before it is sealed. */
  Posted seal(Message message, Consumer<ObjectNode> spoil) {
    UUID id = UUID.randomUUID();
    return new Posted(id, Forgery.seal(key, id, message, spoil));
  }

  /** Puts rows into the inbox with the door's own right. */
  public void insert(List<Posted> rows) {
    // a thief needs some, not a hundred thousand
    posted.addAll(rows.subList(0, Math.min(rows.size(), Math.max(0, KEPT - posted.size()))));
    try (Connection door = as(Role.TRACKER);
        PreparedStatement insert =
            door.prepareStatement("insert into door.inbox (id, sealed) values (?, ?)")) {
      door.setAutoCommit(false);
      for (Posted row : rows) {
        insert.setObject(1, row.id());
        insert.setBytes(2, row.sealed());
        insert.addBatch();
      }
      insert.executeBatch();
      door.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public Connection as(Role role) throws SQLException {
    return DriverManager.getConnection(
        supervisor.storeUrl(), role.login(), supervisor.password(role));
  }

  /** Counts with the notifier's eyes; an engine that is down meanwhile is asked again later. */
  public long count(String sql) {
    try (Connection eyes = as(Role.NOTIFIER);
        PreparedStatement question = eyes.prepareStatement(sql);
        ResultSet row = question.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException _) {
      return -1;
    }
  }

  /** The phones that were written to after that many requests. */
  Set<String> reached(int after) {
    List<Post> posts = provider.posts();
    Set<String> reached = new HashSet<>();
    posts.subList(Math.min(after, posts.size()), posts.size()).stream()
        .filter(Post::accepted)
        .forEach(post -> reached.add(post.to()));
    return reached;
  }

  /** Whose phone that is. */
  UUID owner(String phone) {
    return phones.entrySet().stream()
        .filter(one -> one.getValue().equals(phone))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  Map<UUID, ReceiptCode> people() {
    return people;
  }

  List<Posted> posted() {
    return List.copyOf(posted);
  }
}

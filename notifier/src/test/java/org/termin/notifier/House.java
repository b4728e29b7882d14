package org.termin.notifier;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.event.DeliveryChanged;
import org.termin.contract.event.ExpiryDue;
import org.termin.contract.sealed.Callback;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.Message;
import org.termin.contract.sealed.MessageSeal;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Register;
import org.termin.contract.words.Contact;
import org.termin.contract.words.RussianRoutes;
import org.termin.database.Role;
import org.termin.guidance.edition.Edition;
import org.termin.guidance.pack.Packs;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.bus.News;
import org.termin.notifier.channel.CallbackAddress;
import org.termin.notifier.channel.Carrier;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.channel.CircuitSettings;
import org.termin.notifier.channel.ClosedChannels;
import org.termin.notifier.channel.Credentials;
import org.termin.notifier.channel.RefusedRoutes;
import org.termin.notifier.channel.email.MailCarrier;
import org.termin.notifier.channel.email.MailRelay;
import org.termin.notifier.channel.sms.TwilioAccount;
import org.termin.notifier.channel.sms.TwilioCarrier;
import org.termin.notifier.delivery.Delivery;
import org.termin.notifier.delivery.Dispatcher;
import org.termin.notifier.intake.Intake;
import org.termin.notifier.keys.KeyNeeds;
import org.termin.notifier.keys.KeySettings;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.plan.SecretDays;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.testkit.TestStore;
import org.termin.testkit.mail.SmtpSink;
import org.termin.testkit.sms.FakeSmsProvider;

/**
 * A whole notifier on a real store with a fake provider and a mail sink; the clock, the scan and
 * the sweeps are cranked by hand. A small door seals what the provider calls back.
 */
public final class House implements AutoCloseable {

  /** What the provider signs its calls with. */
  public static final String AUTH_TOKEN = "auth-token";

  /** Name of the setting without which the provider cannot reach this house. */
  public static final String WITHOUT_CALLBACKS = "house.without-callbacks";

  /** Name of the setting for how long one request to the provider may take; ISO 8601. */
  public static final String REQUEST_TIME = "house.request-time";

  /** Name of the setting for the machine's clock; a {@link Clock}. */
  public static final String MACHINE = "house.machine";

  private static final Pattern DIGITS = Pattern.compile("\\b[0-9]{6}\\b");
  private static final Path KEYS = folder();

  private final TestStore store;
  private final FakeSmsProvider provider;
  private final SmtpSink sink;
  private final HttpServer door;
  private final AnnotationConfigApplicationContext context;
  private final List<DeliveryChanged> news = new CopyOnWriteArrayList<>();

  private final Map<String, Object> settings;

  private House(
      TestStore store,
      Path keys,
      FakeSmsProvider provider,
      SmtpSink sink,
      Map<String, Object> settings) {
    this.settings = settings;
    this.store = store;
    this.provider = provider;
    this.sink = sink;
    this.door = door();
    provider.callbacksGoTo(doorAddress(), AUTH_TOKEN).clock(store::now);
    this.context = context(store, keys);
  }

  /** A house of its own; close it. */
  public static House on(TestStore store) {
    return on(store, Map.of());
  }

  /** A house with settings of its own; {@link #WITHOUT_CALLBACKS} is one of them. */
  public static House on(TestStore store, Map<String, Object> settings) {
    return new House(store, KEYS, FakeSmsProvider.start(), SmtpSink.start(), settings);
  }

  /** The same with keys of its own, for those that are lost on the way. */
  public static House withOwnKeys(TestStore store, Map<String, Object> settings) {
    return new House(store, folder(), FakeSmsProvider.start(), SmtpSink.start(), settings);
  }

  /** A house whose clock can be moved forward; somebody must play the scheduler. */
  public static House simulated(TestStore store) {
    return on(store, Map.of("termin.simulated-clock", "true"));
  }

  /** A second notifier beside this one: same store, keys, provider and sink. */
  public House beside() {
    House other = new House(store, KEYS, provider, sink, settings);
    // one door stays the one providers call
    provider.callbacksGoTo(doorAddress(), AUTH_TOKEN);
    return other;
  }

  /** From now on providers call this one. */
  public House called() {
    provider.callbacksGoTo(doorAddress(), AUTH_TOKEN);
    return this;
  }

  private AnnotationConfigApplicationContext context(TestStore store, Path keys) {
    AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
    spring
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test",
                Map.of(
                    "TWILIO_AUTH_TOKEN",
                    AUTH_TOKEN,
                    "TERMIN_PUBLIC_URL",
                    "https://termin.example",
                    "TERMIN_SMS_TWO_WAY",
                    "true",
                    "termin.sms.rate",
                    "500",
                    "termin.mail.rate",
                    "500",
                    "termin.codes.prefix",
                    "5000",
                    "termin.codes.prefix-day",
                    "5000",
                    "termin.codes.country",
                    "5000",
                    "termin.codes.money",
                    "100000000",
                    "termin.replies.count-every",
                    "0s")));
    spring
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("settings", settings));
    spring.registerBean(JdbcClient.class, () -> store.jdbc(Role.NOTIFIER));
    spring.registerBean(
        TransactionTemplate.class,
        () -> new TransactionTemplate(new JdbcTransactionManager(store.dataSource(Role.NOTIFIER))));
    spring.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    Clock machine = (Clock) settings.getOrDefault(MACHINE, Clock.systemUTC());
    spring.registerBean(Clock.class, () -> machine);
    Packs packs = Packs.load();
    spring.registerBean(Packs.class, () -> packs);
    spring.registerBean(Edition.class, () -> Edition.of(packs));
    spring.registerBean(RussianRoutes.class, () -> RussianRoutes.REFUSED);
    spring.registerBean(News.class, () -> changes -> news.addAll(changes));
    KeySettings folders =
        new KeySettings(keys.resolve("secret"), null, keys.resolve("public"), null);
    spring.registerBean(KeySettings.class, () -> folders);
    spring.registerBean(
        Keyring.class, () -> Keyring.open(folders, KeyNeeds.of(store.jdbc(Role.NOTIFIER))));
    RefusedRoutes refused = new RefusedRoutes(RussianRoutes.REFUSED);
    @Nullable CallbackAddress callback =
        settings.containsKey(WITHOUT_CALLBACKS) ? null : new CallbackAddress(doorAddress(), "door");
    spring.registerBean(RefusedRoutes.class, () -> refused);
    if (callback != null) {
      spring.registerBean(CallbackAddress.class, () -> callback);
    }
    spring.registerBean(Credentials.class, () -> new Credentials(spring.getEnvironment()));
    spring.registerBean(
        Carriers.class,
        () ->
            new Carriers(
                Clock.systemUTC(),
                List.<Carrier>of(
                    new TwilioCarrier(account(), callback, refused),
                    new MailCarrier(
                        new MailRelay(
                            "127.0.0.1", sink.port(), null, null, false, "task@termin.example"),
                        callback,
                        refused)),
                spring.getBean(CircuitSettings.class),
                ClosedChannels.alarming(spring.getBean(Alarms.class))));
    spring.register(Scanned.class);
    spring.refresh();
    return spring;
  }

  private TwilioAccount account() {
    return new TwilioAccount(
        "AC" + "0".repeat(32),
        "SK" + "0".repeat(32),
        "secret",
        "+48732000000",
        null,
        provider.baseUrl(),
        null,
        null,
        Duration.ofSeconds(3),
        Duration.parse(settings.getOrDefault(REQUEST_TIME, "PT30S").toString()));
  }

  @Configuration
  @EnableConfigurationProperties
  @ConfigurationPropertiesScan({
    "org.termin.notifier.channel",
    "org.termin.notifier.verification",
    "org.termin.notifier.delivery",
    "org.termin.notifier.epoch",
    "org.termin.notifier.reply",
    "org.termin.notifier.settle",
    "org.termin.notifier.sweep",
    "org.termin.notifier.books",
    "org.termin.notifier.canary",
    "org.termin.notifier.winddown"
  })
  @ComponentScan({
    "org.termin.notifier.alarm",
    "org.termin.notifier.edition",
    "org.termin.notifier.record",
    "org.termin.notifier.verification",
    "org.termin.notifier.plan",
    "org.termin.notifier.epoch",
    "org.termin.notifier.erasure",
    "org.termin.notifier.winddown",
    "org.termin.notifier.intake",
    "org.termin.notifier.delivery",
    "org.termin.notifier.receipt",
    "org.termin.notifier.reply",
    "org.termin.notifier.settle",
    "org.termin.notifier.sweep",
    "org.termin.notifier.simulation",
    "org.termin.notifier.books",
    "org.termin.notifier.standing",
    "org.termin.notifier.punctuality",
    "org.termin.notifier.wave",
    "org.termin.notifier.community",
    "org.termin.notifier.canary"
  })
  static class Scanned {}

  /** By how many days the dates of a registration's first document are moved. */
  public int secretDays(UUID id) {
    Person person = person(id);
    return SecretDays.of(
        get(Keyring.class).ledger(), person, person.content().situation().documents().getFirst());
  }

  /** Runs once whatever runs by itself in a real notifier. */
  public void runWhateverIsScheduled() {
    for (String name : context.getBeanDefinitionNames()) {
      Object bean = context.getBean(name);
      for (Method method : bean.getClass().getDeclaredMethods()) {
        if (method.isAnnotationPresent(Scheduled.class)) {
          run(bean, method);
        }
      }
    }
  }

  private static void run(Object bean, Method method) {
    try {
      method.setAccessible(true);
      method.invoke(bean);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(method.getName() + " cannot run", e);
    }
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  public TestStore store() {
    return store;
  }

  public FakeSmsProvider provider() {
    return provider;
  }

  public SmtpSink sink() {
    return sink;
  }

  public List<DeliveryChanged> news() {
    return List.copyOf(news);
  }

  public JdbcClient db() {
    return store.jdbc(Role.NOTIFIER);
  }

  /** Signs a household up and confirms every contact with the code that arrived there. */
  public UUID register(ReceiptCode code, Register register) {
    UUID id = UUID.randomUUID();
    say(id, register);
    for (int slot = 0; slot < register.contacts().size(); slot++) {
      confirm(id, code, slot, register.contacts().get(slot));
    }
    return id;
  }

  /** Enters the code that arrived at a contact last. */
  public void confirm(UUID id, ReceiptCode code, int slot, Contact contact) {
    say(UUID.randomUUID(), new Confirm(id, code.proof(), slot, digits(contact)));
  }

  private String digits(Contact contact) {
    String body =
        switch (contact.channel()) {
          case SMS -> provider.messagesTo(contact.value()).getLast().body();
          case EMAIL -> plain(sink.receivedFor(contact.value()).getLast());
        };
    Matcher digits = DIGITS.matcher(body);
    if (!digits.find()) {
      throw new IllegalStateException("no code in the message");
    }
    return digits.group();
  }

  private static String plain(MimeMessage mail) {
    try {
      MimeMultipart mixed = (MimeMultipart) mail.getContent();
      MimeMultipart words = (MimeMultipart) mixed.getBodyPart(0).getContent();
      return words.getBodyPart(0).getContent().toString();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Posts as the door does, has the notifier look and waits for what it sends. */
  public void say(UUID id, Message message) {
    post(id, message);
    quiet();
  }

  /** The same without waiting for what it sends. */
  public void post(Message message) {
    post(UUID.randomUUID(), message);
  }

  private void post(UUID id, Message message) {
    store
        .jdbc(Role.TRACKER)
        .sql("insert into door.inbox (id, sealed) values (:id, :sealed)")
        .param("id", id)
        .param("sealed", MessageSeal.seal(get(Keyring.class).newest().publicKey(), id, message))
        .update();
    get(Intake.class).look(List.of(id));
  }

  /** A text from a phone. */
  public void reply(Contact from, String text) {
    provider.reply("/callbacks/door/sms/reply", from.value(), text);
    quiet();
  }

  public Person person(UUID id) {
    return get(Records.class).open(id).here().orElseThrow();
  }

  /** What the scheduler does, without Kafka in between. */
  public List<ExpiryDue> scan() {
    return store
        .jdbc(Role.SCHEDULER)
        .sql(
            """
            update ledger.reminder
               set state = 'QUEUED', wake_at = app.now() + interval '10 minutes',
                   turn = case when state = 'QUEUED' then turn else turn + 1 end
             where wake_at <= app.now() and state in ('PLANNED', 'RETRY_WAIT', 'QUEUED')
            returning id, turn
            """)
        .query((row, _) -> new ExpiryDue(row.getObject("id", UUID.class), row.getInt("turn")))
        .list();
  }

  /** Everything due now is delivered, and its requests have come back. */
  public int deliver() {
    List<ExpiryDue> due = scan();
    if (!due.isEmpty()) {
      get(Delivery.class).take(due);
    }
    quiet();
    return due.size();
  }

  /** Waits until nothing is being sent. */
  public void quiet() {
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(90))
        .until(get(Dispatcher.class)::idle);
  }

  /**
   * Hour by hour to that instant, delivering whatever wakes on the way; empty hours are skipped.
   */
  public void liveUntil(Instant end) {
    int steps = 0;
    while (store.now().isBefore(end)) {
      if (++steps > 1_000) {
        throw new IllegalStateException("time does not get on at " + store.now());
      }
      Instant next =
          db().sql(
                  """
                  select coalesce(min(wake_at) filter (where wake_at < 'infinity'), app.now() + interval '400 days')
                    from ledger.reminder where state in ('PLANNED', 'RETRY_WAIT', 'QUEUED')
                  """)
              .query(java.time.OffsetDateTime.class)
              .single()
              .toInstant();
      Instant to = next.isAfter(end) ? end : next.isBefore(store.now()) ? store.now() : next;
      store.freezeClock(to.equals(end) ? end : to.plusSeconds(1));
      deliver();
    }
  }

  private URI doorAddress() {
    return URI.create("http://127.0.0.1:" + door.getAddress().getPort());
  }

  /** Seals what the provider posts and has it judged, as the door and the inbox would. */
  private HttpServer door() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String signature = exchange.getRequestHeaders().getFirst("X-Twilio-Signature");
            String url = doorAddress() + exchange.getRequestURI().toString();
            post(new Callback(url, signature == null ? "" : signature, body));
            if (!url.endsWith("/sms/reply")) {
              quiet();
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("keys");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    door.stop(0);
  }
}

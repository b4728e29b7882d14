package org.termin.notifier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.sealed.Message;
import org.termin.contract.sealed.MessageSeal;
import org.termin.contract.words.RussianRoutes;
import org.termin.database.Role;
import org.termin.guidance.Guidance;
import org.termin.guidance.edition.Edition;
import org.termin.guidance.pack.Packs;
import org.termin.notifier.channel.Credentials;
import org.termin.notifier.intake.Intake;
import org.termin.notifier.keys.KeyNeeds;
import org.termin.notifier.keys.KeySettings;
import org.termin.notifier.keys.Keyring;
import org.termin.testkit.TestStore;

/** The notifier's rooms on a real store, without the bus and with nothing running by itself. */
public final class Rooms implements AutoCloseable {
  private final TestStore store;
  private final Path keys;
  private final AnnotationConfigApplicationContext context;

  /** The machine's clock; tests turn it. */
  public static final TurnedClock CLOCK = new TurnedClock();

  private static final Packs PACKS = Packs.load();

  private Rooms(TestStore store, Path keys, Edition edition, Map<String, Object> settings) {
    this.store = store;
    this.keys = keys;
    context = new AnnotationConfigApplicationContext();
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
    context.registerBean(JdbcClient.class, () -> store.jdbc(Role.NOTIFIER));
    context.registerBean(
        TransactionTemplate.class,
        () -> new TransactionTemplate(new JdbcTransactionManager(store.dataSource(Role.NOTIFIER))));
    context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    context.registerBean(Edition.class, () -> edition);
    context.registerBean(Packs.class, edition::packs);
    context.registerBean(RussianRoutes.class, () -> RussianRoutes.REFUSED);
    context.registerBean(RecordingOutbox.class, RecordingOutbox::new);
    context.registerBean(Credentials.class, () -> new Credentials(context.getEnvironment()));
    context.registerBean(Clock.class, () -> CLOCK);
    KeySettings folders =
        new KeySettings(keys.resolve("secret"), null, keys.resolve("public"), null);
    context.registerBean(KeySettings.class, () -> folders);
    context.registerBean(
        Keyring.class, () -> Keyring.open(folders, KeyNeeds.of(store.jdbc(Role.NOTIFIER))));
    context.register(Scanned.class);
    context.refresh();
  }

  @Configuration
  @EnableConfigurationProperties
  @ConfigurationPropertiesScan({
    "org.termin.notifier.verification",
    "org.termin.notifier.epoch",
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
    "org.termin.notifier.intake"
  })
  static class Scanned {}

  public static Rooms on(TestStore store) {
    return on(store, new Guidance(1, Map.of()), Map.of());
  }

  public static Rooms on(TestStore store, Guidance guidance, Map<String, Object> settings) {
    return on(store, new Edition(PACKS, guidance), settings);
  }

  public static Rooms on(TestStore store, Edition edition, Map<String, Object> settings) {
    try {
      return new Rooms(store, Files.createTempDirectory("keys"), edition, settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same rooms anew, as after a restart, with these rules alone. */
  public Rooms again(Guidance guidance) {
    return again(new Edition(PACKS, guidance));
  }

  /** The same rooms anew, as after a restart, perhaps with newer rules. */
  public Rooms again(Edition edition) {
    return new Rooms(store, keys, edition, Map.of());
  }

  /** Where the secret keys lie. */
  public Path keyFolder() {
    return keys.resolve("secret");
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  public TestStore store() {
    return store;
  }

  public JdbcClient db() {
    return store.jdbc(Role.NOTIFIER);
  }

  public RecordingOutbox outbox() {
    return get(RecordingOutbox.class);
  }

  /** Posts as the door does; nobody has looked at it yet. */
  public UUID post(Message message) {
    UUID id = UUID.randomUUID();
    post(id, MessageSeal.seal(get(Keyring.class).newest().publicKey(), id, message));
    return id;
  }

  public void post(UUID id, byte[] sealed) {
    store
        .jdbc(Role.TRACKER)
        .sql("insert into door.inbox (id, sealed) values (:id, :sealed)")
        .param("id", id)
        .param("sealed", sealed)
        .update();
  }

  /** Posts, has the notifier look, and says what the door would be told; empty for nothing. */
  public String say(Message message) {
    UUID id = post(message);
    get(Intake.class).look(List.of(id));
    return answer(id);
  }

  public String answer(UUID message) {
    return store
        .jdbc(Role.TRACKER)
        .sql("select coalesce(door.answer_for(:id), '')")
        .param("id", message)
        .query(String.class)
        .single();
  }

  @Override
  public void close() {
    context.close();
  }
}

package org.termin.notifier.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.sealed.MessageSeal;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.database.Role;
import org.termin.notifier.CannotStart;
import org.termin.notifier.RecordingOutbox;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.OperatorToken;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

class StartTest {
  private static TestStore store;
  private static RunningNotifier notifier;
  @TempDir static Path keys;

  @BeforeAll
  static void start() {
    store = TestStore.fresh();
    notifier = RunningNotifier.on(store, keys, Map.of());
  }

  @AfterAll
  static void stop() {
    notifier.close();
  }

  @Test
  void itIsReadyAndHasMadeTheFirstKeys() throws Exception {
    assertThat(notifier.readiness()).isEqualTo(200);
    assertThat(keys.resolve("public/epoch-1.pub")).exists();
  }

  @Test
  void heldAnswersAreCountedAndDecidedOnTheManagementPort() {
    assertThat(notifier.ask("/replies/held").body()).contains("\"held\":0");
    assertThat(notifier.post("/replies/held", "{\"decision\":\"release\"}").statusCode())
        .isEqualTo(200);
    assertThat(notifier.post("/replies/held", "{\"decision\":\"Drop\"}").body())
        .contains("\"held\":0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/keys",
        "/wind-down",
        "/wind-down/rehearsal",
        "/replies/held",
        "/communities",
        "/communities/invite",
        "//keys",
        "/keys;x"
      })
  void whatAnOperatorDecidesIsAskedWithTheTokenOfTheKeyFolder(String path) {
    for (String[] shown :
        new String[][] {{}, {"Authorization", "Bearer "}, {"Authorization", "Bearer x"}}) {
      assertThat(notifier.askAsStranger(path, shown).statusCode()).isIn(400, 401);
    }
    assertThat(notifier.askAsStranger("/actuator/health").statusCode()).isEqualTo(200);
    assertThat(notifier.ask("/keys").statusCode()).isEqualTo(200);
  }

  @Test
  void theTokenIsMadeOnceAndCanBeReadByItsUserAlone() throws Exception {
    Path token = keys.resolve("secret").resolve(OperatorToken.FILE_NAME);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
        .isEqualTo("r--------");
    String made = Files.readString(token);
    assertThat(OperatorToken.of(keys.resolve("secret")).matches(made)).isTrue();
    assertThat(made.strip()).hasSize(43);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"decision\":\"perhaps\"}", "{}"})
  void anUnclearDecisionIsRefusedInOneSentence(String decision) {
    HttpResponse<String> refused = notifier.post("/replies/held", decision);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("decision is release or drop");
  }

  @Test
  void aMessageIsJudgedWithoutAnyHint() {
    UUID id = UUID.randomUUID();
    byte[] sealed =
        MessageSeal.seal(
            notifier.get(Keyring.class).newest().publicKey(),
            id,
            Samples.register(
                ReceiptCode.random(),
                Samples.passport("ES", LocalDate.of(2028, 1, 1)),
                Samples.mail(1)));
    store
        .jdbc(Role.TRACKER)
        .sql("insert into door.inbox (id, sealed) values (:id, :sealed)")
        .param("id", id)
        .param("sealed", sealed)
        .update();
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                notifier.get(RecordingOutbox.class).sent().stream()
                    .anyMatch(sent -> sent.message().person().id().equals(id)));
  }

  @Test
  void aMissingKeyIsNamed() throws Exception {
    TestStore other = TestStore.fresh();
    Path folder = Files.createTempDirectory("keys");
    try (RunningNotifier first = RunningNotifier.on(other, folder, Map.of())) {
      other.asAdmin(
          """
          insert into people.record (id, version, state, key_epoch, lookup, record, view)
          values (gen_random_uuid(), 1, 2, 1, decode(repeat('00', 32), 'hex'), 'x', 'x')
          """);
    }
    Files.delete(folder.resolve("secret/epoch-1.key"));
    assertThatThrownBy(() -> RunningNotifier.on(other, folder, Map.of()))
        .rootCause()
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("epoch-1.key");
  }
}

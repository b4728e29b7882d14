package org.termin.testkit.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.testkit.Figures;

/** What is planted is put together at run time, or this file would be the first find. */
class SecretScanTest {
  private static final String HEX = hex();
  private static final String WORD = "Qz7-" + HEX.substring(0, 20) + "_Xw";
  @TempDir Path folder;

  @Test
  void nothingThatGitTracksLooksLikeASecret() {
    Path project = Figures.project();
    assumeTrue(Files.exists(project.resolve(".git")), "not a checkout: git tracks nothing here");
    List<Path> files = TrackedFiles.in(project);

    assertThat(files).hasSizeGreaterThan(1000).contains(project.resolve("pom.xml"));
    assertThat(SecretScan.of(project, files))
        .as("take it out, and replace the secret itself: what was committed is known")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          PRIVATE_KEY          | -----BEGIN{} PRIVATE KEY-----
          PRIVATE_KEY          | -----BEGIN{} EC PRIVATE KEY-----
          PRIVATE_KEY          | -----BEGIN{} PGP PRIVATE KEY BLOCK-----
          TWILIO               | account: AC{hex}
          TWILIO               | ("SK{hex}")
          AWS                  | AKIA{}IOSFODNN7QRSTUVW
          GITHUB               | ghp_{hex}abcd
          PASSWORD_IN_JDBC_URL | jdbc:postgresql://db:5432/termin?user=me&password{}=hunter2
          PASSWORD_IN_URL      | postgresql://me:{}hunter2@db/termin
          PASSWORD_IN_URL      | smtps://me%40example.org:{}hunter2@mail.example.org:465
          RANDOM_ASSIGNMENT    | TWILIO_AUTH_TOKEN={hex}
          RANDOM_ASSIGNMENT    | TWILIO_API_SECRET={word}
          RANDOM_ASSIGNMENT    | spring.mail.password: {word}
          RANDOM_ASSIGNMENT    | private static final String SECRET = "{word}";
          RANDOM_ASSIGNMENT    | "apiKey": "{word}",
          RANDOM_ASSIGNMENT    | <password>{word}</password>
          """)
  void eachKindOfPlantedSecretIsFoundInItsLineAndNotRepeated(SecretKind kind, String planted)
      throws IOException {
    Path file = plant("notes.txt", "one\ntwo " + fill(planted) + "\nthree\n");

    assertThat(SecretScan.of(folder, List.of(file))).containsExactly("notes.txt:2: " + kind);
  }

  @Test
  void aFileOfNothingButOneRandomWordIsFound() throws IOException {
    Path file = plant("db_admin", HEX + HEX.substring(0, 16) + "\n");

    assertThat(SecretScan.of(folder, List.of(file)))
        .containsExactly("db_admin:1: NOTHING_BUT_RANDOM");
  }

  @Test
  void aSecretBetweenBytesThatAreNoTextIsFound() throws IOException {
    byte[] secret = fill("password={word}").getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new byte[600];
    new Random(1).nextBytes(bytes);
    bytes[299] = 0;
    System.arraycopy(secret, 0, bytes, 300, secret.length);
    bytes[300 + secret.length] = 0;
    Path file = Files.write(folder.resolve("picture.png"), bytes);

    assertThat(SecretScan.of(folder, List.of(file)))
        .singleElement()
        .asString()
        .endsWith("RANDOM_ASSIGNMENT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "epoch-0007.key",
        "ledger.key",
        "stops.log",
        "postgres-superuser.password",
        "truststore.p12",
        "id_ed25519",
        ".env",
        ".env.production"
      })
  void filesThatHoldSecretsAreFoundByTheirName(String name) throws IOException {
    Path file = plant(name, "\0\1\2");

    assertThat(SecretScan.of(folder, List.of(file))).containsExactly(name + ": SECRET_FILE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AC00000000000000000000000000000000",
        "-----BEGIN CERTIFICATE-----",
        "password: ${TERMIN_DB_NOTIFIER_PASSWORD:}",
        "TWILIO_AUTH_TOKEN=…",
        "jdbc:postgresql://127.0.0.1:5432/termin?user=me&password=…",
        "postgresql://me:${PASSWORD}@db/termin",
        "http://127.0.0.1:8025 is where mail to me@example.org goes",
        "TERMIN_DB_ADMIN_PASSWORD_FILE: /run/secrets/of/node-2/db_admin",
        "String token = Tokens.of2(Keys.LEDGER, use, ROW);",
        "secret=aaaaaaaaaaaaaaaa1111111111111111",
      })
  void whatOnlyNamesASecretIsLeftAlone(String line) throws IOException {
    Path file = plant("notes.txt", line + "\n");

    assertThat(SecretScan.of(folder, List.of(file))).isEmpty();
  }

  @Test
  void gitSaysWhatItTracksAndWhatItWouldTake() throws IOException, InterruptedException {
    plant("new.txt", "");
    plant("ignored.txt", "");
    plant(".gitignore", "ignored.txt\n");
    Path tracked = plant("every day.txt", "");
    git("init", "-q");
    git("add", tracked.getFileName().toString());

    assertThat(TrackedFiles.in(folder))
        .containsExactlyInAnyOrder(
            tracked, folder.resolve("new.txt"), folder.resolve(".gitignore"));
    Files.delete(tracked);
    assertThat(TrackedFiles.in(folder)).doesNotContain(tracked);
  }

  private void git(String... command) throws IOException, InterruptedException {
    var whole = new ArrayList<>(List.of("git"));
    whole.addAll(List.of(command));
    Process git = new ProcessBuilder(whole).directory(folder.toFile()).inheritIO().start();
    assertThat(git.waitFor()).isZero();
  }

  private Path plant(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String fill(String planted) {
    return planted.replace("{}", "").replace("{hex}", HEX).replace("{word}", WORD);
  }

  private static String hex() {
    byte[] bytes = new byte[16];
    new Random(25).nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}

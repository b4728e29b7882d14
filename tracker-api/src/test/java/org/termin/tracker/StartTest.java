package org.termin.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;
import org.termin.database.Role;
import org.termin.testkit.TestStore;

class StartTest {
  @ParameterizedTest
  @CsvSource({
    "--termin.sms-number=Termin, TERMIN_SMS_NUMBER has to be a number",
    "--server.address=0.0.0.0, bind the door to 127.0.0.1",
    "--termin.public-url=https://termin.example, TERMIN_PUBLIC_URL has to be a loopback address",
    "--termin.callback.secret-file=, TERMIN_CALLBACK_SECRET_FILE names no file",
    "--termin.callback.secret-file=/nowhere/secret, cannot be read",
    "--termin.db.password-file=/nowhere/password, cannot be read"
  })
  void saysInOneSentenceWhyItDoesNotOpen(String setting, String sentence) {
    assertThatThrownBy(() -> Door.with("--termin.recording=true", setting))
        .rootCause()
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "--termin.public-url=http://termin.example, TERMIN_PUBLIC_URL is public",
    "--termin.public-url=http://192.168.1.7:8080/, TERMIN_PUBLIC_URL is public",
    "--termin.public-url=HTTP://termin.example, TERMIN_PUBLIC_URL is public",
    "--termin.public-url=termin.example, TERMIN_PUBLIC_URL is public",
    "--termin.public-url=http://termin.onion, TERMIN_PUBLIC_URL is public",
    // one letter of the key is wrong
    "--termin.public-url=http://duckduckgogh42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion,"
        + " TERMIN_PUBLIC_URL is public",
    "--termin.public-url=ftp://duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion,"
        + " TERMIN_PUBLIC_URL is public",
    // no provider comes over Tor
    "--termin.callback.url=http://duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion,"
        + " TERMIN_CALLBACK_URL is public",
    "--termin.callback.url=http://termin.example, TERMIN_CALLBACK_URL is public",
    // a passkey is bound to a name
    "--termin.public-url=https://203.0.113.5, TERMIN_PUBLIC_URL has to be an address with a name",
    "--termin.public-url=https://me@termin.example, TERMIN_PUBLIC_URL has to be an address"
  })
  void opensAtNoPublicAddressWithoutHttps(String setting, String sentence) {
    assertThatThrownBy(() -> Door.with(setting))
        .rootCause()
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(sentence)
        .hasMessageContaining("https");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, https://termin.example, 0",
    "127.0.0.1, http://duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion/, 0",
    "127.0.0.1, http://127.0.0.1:8080, 0",
    "127.0.0.1, '', 0",
    "0.0.0.0, http://localhost:8080, 1",
    "'', http://localhost:8080, 1",
    "0.0.0.0, https://termin.example, 1"
  })
  @ExtendWith(OutputCaptureExtension.class)
  void warnsInOneSentenceWhereOthersReachItWithoutTls(
      String address, String url, int warnings, CapturedOutput output) {
    var environment = new MockEnvironment().withProperty("termin.public-url", url);
    var settings = Binder.get(environment).bindOrCreate("termin", DoorSettings.class);
    assertThat(new StartCheck(settings, address)).isNotNull();
    assertThat(output.getOut().lines().filter(line -> line.contains("speaks http:")))
        .hasSize(warnings)
        .allMatch(line -> line.contains("WARN"));
  }

  @Test
  void refusesADatabaseThatWasNotMigrated() {
    TestStore store = TestStore.fresh();
    store.asAdmin("drop function app.complaint(int)");
    assertThatThrownBy(() -> Store.check(store.dataSource(Role.TRACKER)))
        .isInstanceOf(CannotStart.class)
        .hasMessage("The database has not been migrated: run termin-migrate.");
  }

  @Test
  void saysThatTheDatabaseDoesNotAnswer() {
    try (HikariDataSource nobody = new HikariDataSource()) {
      nobody.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/termin");
      nobody.setUsername("tracker");
      nobody.setConnectionTimeout(1_000);
      nobody.setInitializationFailTimeout(-1);
      assertThatThrownBy(() -> Store.check(nobody))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("is PostgreSQL running");
    }
  }

  @Test
  void wearsTheTestBannerOnEveryPageWhileRecording() {
    Door door = Door.with("--termin.recording=true");
    for (String path : java.util.List.of("/be", "/be/start", "/be/enter", "/be/real")) {
      assertThat(door.get(path).body()).contains("class=\"test\"");
    }
    assertThat(Door.shared().get("/be").body()).doesNotContain("class=\"test\"");
    door.context.close();
  }
}

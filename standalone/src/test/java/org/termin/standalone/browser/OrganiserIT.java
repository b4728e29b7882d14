package org.termin.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.termin.database.Role;
import org.termin.standalone.browser.Chromium.Screen;

/** Organisers in Chromium, each with an authenticator of the browser's own and the real script. */
class OrganiserIT {
  @RegisterExtension static final Scene SCENE = Scene.plain();

  private final List<String> complaints = new ArrayList<>();
  private final UUID community = UUID.randomUUID();

  @Test
  void comeInTwoByTwoAndGoAtOnce() {
    write("insert into organiser.community (id, join_code) values (?, 'ORGANISER-IT')", community);
    UUID founding = UUID.randomUUID();
    try (BrowserContext one = SCENE.fresh(Screen.PHONE, true);
        BrowserContext two = SCENE.fresh(Screen.DESK, true);
        BrowserContext three = SCENE.fresh(Screen.SMALLEST, true)) {
      Page first = withPasskeys(one);
      Page second = withPasskeys(two);
      Page third = withPasskeys(three);

      enrol(first, founder(founding));
      assertThat(handle(first)).hasSize(36);
      assertRefused(first, "/o/sign-in");
      enrol(second, founder(founding));
      signIn(first);
      signIn(second);
      assertThat(second.locator("main").innerText()).contains("operator", community.toString());

      first.navigate(site() + "/o/invitations");
      first.locator("input[value=MEMBER]").check();
      first.locator("main form button").first().click();
      String link = first.locator("#link").innerText();
      assertThat(link).startsWith(site() + "/o/enrol#");
      assertRefused(third, link);
      assertThat(third.url()).as("without the secret").isEqualTo(site() + "/o/enrol");

      second.navigate(site() + "/o/invitations");
      second.locator("form[action$='/second'] button").first().click();
      third.navigate("about:blank");
      enrol(third, link);
      String handle = handle(third);
      signIn(third);
      assertThat(third.locator("main").innerText()).contains(handle, "member");
      assertThat(third.locator("footer").innerText()).doesNotContain("Invitations");

      second.navigate(site() + "/o/members");
      second.locator("form[action$='" + handle + "/revoke'] button").click();
      assertThat(second.locator("main").innerText()).doesNotContain(handle);
      third.locator("footer a[href='/o/members']").click();
      assertThat(third.url()).isEqualTo(site() + "/o/sign-in");
      assertRefused(third, "/o/sign-in");

      String late = invited();
      write("update organiser.invitation set expires_at = app.now() where used_by is null");
      third.navigate("about:blank");
      assertRefused(third, late);
    }
    assertThat(complaints).as("of the browser: scripts, policies, other sites").isEmpty();
  }

  private String site() {
    return "http://localhost:" + SCENE.termin().supervisor.door().getPort();
  }

  private Page withPasskeys(BrowserContext context) {
    Page page = context.newPage();
    var devtools = context.newCDPSession(page);
    devtools.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("ctap2Version", "ctap2_1");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject added = new JsonObject();
    added.add("options", options);
    devtools.send("WebAuthn.addVirtualAuthenticator", added);
    page.onConsoleMessage(
        said -> {
          // a refusal of ours is one the browser mentions
          if (!said.text().contains("401")) {
            complaints.add(said.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(
        asked -> {
          if (!asked.url().startsWith(site()) && !asked.url().startsWith("about:")) {
            complaints.add(asked.url());
          }
        });
    return page;
  }

  private void enrol(Page page, String link) {
    page.navigate(link);
    page.locator("#go").click();
    page.locator("#done").waitFor();
  }

  private static String handle(Page page) {
    return page.locator("#handle").innerText();
  }

  private void signIn(Page page) {
    page.navigate(site() + "/o/sign-in");
    page.locator("#go").click();
    page.waitForURL(site() + "/o");
  }

  private void assertRefused(Page page, String where) {
    page.navigate(where.startsWith("/") ? site() + where : where);
    page.locator("#go").click();
    page.locator("#refused").waitFor();
    assertThat(page.locator("#done").count() == 0 || page.locator("#done").isHidden()).isTrue();
  }

  private String founder(UUID founding) {
    return link("OPERATOR", founding);
  }

  /** A machine's invitation that one of the founders has seconded. */
  private String invited() {
    String link = link("MEMBER", null);
    write(
        """
        update organiser.invitation set seconded_by =
          (select handle from organiser.organiser where role = 'OPERATOR' limit 1)
        where founding is null and seconded_by is null
        """);
    return link;
  }

  private String link(String role, @Nullable UUID founding) {
    String token = UUID.randomUUID().toString().replace("-", "") + "-01234567890";
    write(
        """
        insert into organiser.invitation (id, hash, community, role, expires_at, founding)
        values (gen_random_uuid(), ?, ?, ?, app.now() + interval '24 hours', ?)
        """,
        sha256(token),
        community,
        role,
        founding);
    return site() + "/o/enrol#" + token;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void write(String sql, @Nullable Object... values) {
    var supervisor = SCENE.termin().supervisor;
    try (Connection connection =
            DriverManager.getConnection(
                supervisor.storeUrl(), Role.TRACKER.login(), supervisor.password(Role.TRACKER));
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int at = 0; at < values.length; at++) {
        if (values[at] == null) {
          statement.setNull(at + 1, java.sql.Types.OTHER);
        } else {
          statement.setObject(at + 1, values[at]);
        }
      }
      statement.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}

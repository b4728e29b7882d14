package org.termin.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.termin.database.Role;
import org.termin.standalone.browser.Chromium.Screen;

/** Organisers in Chromium, each with an authenticator of the browser's own and the real script. */
class OrganiserIT {
  @RegisterExtension static final Scene SCENE = Scene.plain();

  private final Organisers organisers = new Organisers(SCENE);

  @Test
  void comeInTwoByTwoAndGoAtOnce() {
    assertThat(organisers.says(1, "organiser", "invite", "--community=MINSK-1"))
        .contains("There is no community");
    assertThat(organisers.says(0, "community", "create", "minsk-1")).contains("MINSK-1");
    assertThat(organisers.says(1, "organiser", "invite", "--community=MINSK-1"))
        .contains("organiser found");
    List<String> founders =
        organisers.links(organisers.says(0, "organiser", "found", "--community=MINSK-1"));
    assertThat(founders).hasSize(2);
    try (BrowserContext one = SCENE.fresh(Screen.PHONE, true);
        BrowserContext two = SCENE.fresh(Screen.DESK, true);
        BrowserContext three = SCENE.fresh(Screen.SMALLEST, true)) {
      Page first = organisers.withPasskeys(one);
      Page second = organisers.withPasskeys(two);
      Page third = organisers.withPasskeys(three);

      organisers.enrol(first, founders.getFirst());
      assertThat(organisers.handle(first)).hasSize(36);
      organisers.assertRefused(first, "/o/sign-in");
      organisers.enrol(second, founders.getLast());
      organisers.signIn(first);
      organisers.signIn(second);
      assertThat(second.locator("main").innerText()).contains("operator");
      assertThat(organisers.says(0, "community", "list"))
          .isEqualToIgnoringNewLines("MINSK-1  organisers: 2");
      assertThat(organisers.says(1, "organiser", "found", "--community=MINSK-1"))
          .contains("already");

      first.navigate(organisers.site() + "/o/invitations");
      first.locator("input[value=MEMBER]").check();
      first.locator("main form button").first().click();
      String link = first.locator("#link").innerText();
      assertThat(link).startsWith(organisers.site() + "/o/enrol#");
      organisers.assertRefused(third, link);
      assertThat(third.url()).as("without the secret").isEqualTo(organisers.site() + "/o/enrol");

      second.navigate(organisers.site() + "/o/invitations");
      second.locator("form[action$='/second'] button").first().click();
      third.navigate("about:blank");
      organisers.enrol(third, link);
      String handle = organisers.handle(third);
      organisers.signIn(third);
      assertThat(third.locator("main").innerText()).contains(handle, "member");
      assertThat(third.locator("footer").innerText()).doesNotContain("Invitations");

      second.navigate(organisers.site() + "/o/members");
      second.locator("form[action$='" + handle + "/revoke'] button").click();
      assertThat(second.locator("main").innerText()).doesNotContain(handle);
      third.locator("footer a[href='/o/members']").click();
      assertThat(third.url()).isEqualTo(organisers.site() + "/o/sign-in");
      organisers.assertRefused(third, "/o/sign-in");

      String late =
          organisers
              .links(
                  organisers.says(0, "organiser", "invite", "--community=MINSK-1", "--role=lead"))
              .getFirst();
      second.navigate(organisers.site() + "/o/invitations");
      second.locator("form[action$='/second'] button").first().click();
      write("update organiser.invitation set expires_at = app.now() where used_by is null");
      third.navigate("about:blank");
      organisers.assertRefused(third, late);

      assertThat(organisers.says(2, "community", "close", "MINSK-1"))
          .contains("Nothing was changed");
      assertThat(organisers.says(0, "community", "close", "MINSK-1", "--for-good"))
          .contains("put out: 2");
      second.navigate(organisers.site() + "/o/members");
      assertThat(second.url()).isEqualTo(organisers.site() + "/o/sign-in");
      assertThat(organisers.says(0, "community", "list"))
          .isEqualToIgnoringNewLines("MINSK-1  closed");
      assertThat(organisers.says(1, "community", "create", "MINSK-1"))
          .contains("without being asked");
    }
    assertThat(organisers.complaints())
        .as("of the browser: scripts, policies, other sites")
        .isEmpty();
  }

  private static void write(String sql) {
    var supervisor = SCENE.termin().supervisor;
    try (Connection connection =
            DriverManager.getConnection(
                supervisor.storeUrl(), Role.TRACKER.login(), supervisor.password(Role.TRACKER));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}

package org.termin.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.termin.database.Role;
import org.termin.standalone.browser.Chromium.Screen;
import org.termin.standalone.community.CommunityCommand;
import org.termin.standalone.community.OrganiserCommand;
import picocli.CommandLine;

/** Organisers in Chromium, each with an authenticator of the browser's own and the real script. */
class OrganiserIT {
  @RegisterExtension static final Scene SCENE = Scene.plain();

  private final List<String> complaints = new ArrayList<>();

  @Test
  void comeInTwoByTwoAndGoAtOnce() {
    assertThat(says(1, "organiser", "invite", "--community=MINSK-1"))
        .contains("There is no community");
    assertThat(says(0, "community", "create", "minsk-1")).contains("MINSK-1");
    assertThat(says(1, "organiser", "invite", "--community=MINSK-1")).contains("organiser found");
    List<String> founders = links(says(0, "organiser", "found", "--community=MINSK-1"));
    assertThat(founders).hasSize(2);
    try (BrowserContext one = SCENE.fresh(Screen.PHONE, true);
        BrowserContext two = SCENE.fresh(Screen.DESK, true);
        BrowserContext three = SCENE.fresh(Screen.SMALLEST, true)) {
      Page first = withPasskeys(one);
      Page second = withPasskeys(two);
      Page third = withPasskeys(three);

      enrol(first, founders.getFirst());
      assertThat(handle(first)).hasSize(36);
      assertRefused(first, "/o/sign-in");
      enrol(second, founders.getLast());
      signIn(first);
      signIn(second);
      assertThat(second.locator("main").innerText()).contains("operator");
      assertThat(says(0, "community", "list")).isEqualToIgnoringNewLines("MINSK-1  organisers: 2");
      assertThat(says(1, "organiser", "found", "--community=MINSK-1")).contains("already");

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

      String late =
          links(says(0, "organiser", "invite", "--community=MINSK-1", "--role=lead")).getFirst();
      second.navigate(site() + "/o/invitations");
      second.locator("form[action$='/second'] button").first().click();
      write("update organiser.invitation set expires_at = app.now() where used_by is null");
      third.navigate("about:blank");
      assertRefused(third, late);

      assertThat(says(2, "community", "close", "MINSK-1")).contains("Nothing was changed");
      assertThat(says(0, "community", "close", "MINSK-1", "--for-good")).contains("put out: 2");
      second.navigate(site() + "/o/members");
      assertThat(second.url()).isEqualTo(site() + "/o/sign-in");
      assertThat(says(0, "community", "list")).isEqualToIgnoringNewLines("MINSK-1  closed");
      assertThat(says(1, "community", "create", "MINSK-1")).contains("without being asked");
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

  /** What whoever is at the machine types, and what the command says. */
  private static String says(int status, String... words) {
    Object command = words[0].equals("community") ? new CommunityCommand() : new OrganiserCommand();
    StringWriter said = new StringWriter();
    CommandLine line = new CommandLine(command).setOut(new PrintWriter(said, true));
    line.setExecutionExceptionHandler(
        (failure, _, _) -> {
          said.append(failure.getMessage());
          return 1;
        });
    var supervisor = SCENE.termin().supervisor;
    List<String> typed = new ArrayList<>(List.of(words).subList(1, words.length));
    typed.add("--notifier=" + supervisor.management("notifier"));
    typed.add("--token-file=" + supervisor.settings().folders().operatorToken());
    assertThat(line.execute(typed.toArray(String[]::new)))
        .as(String.join(" ", words))
        .isEqualTo(status);
    return said.toString();
  }

  private static List<String> links(String said) {
    return said.lines().filter(line -> line.startsWith("http")).toList();
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

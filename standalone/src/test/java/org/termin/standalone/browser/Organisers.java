package org.termin.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.termin.standalone.community.CommunityCommand;
import org.termin.standalone.community.OrganiserCommand;
import picocli.CommandLine;

/** What organisers and whoever is at the machine do, and what their browsers complain of. */
final class Organisers {
  private final Scene scene;
  private final List<String> complaints = new ArrayList<>();

  Organisers(Scene scene) {
    this.scene = scene;
  }

  /** What the browsers said against our pages: scripts, policies, other sites. */
  List<String> complaints() {
    return complaints;
  }

  String site() {
    return "http://localhost:" + scene.termin().supervisor.door().getPort();
  }

  Page withPasskeys(BrowserContext context) {
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

  void enrol(Page page, String link) {
    page.navigate(link);
    page.locator("#go").click();
    page.locator("#done").waitFor();
  }

  String handle(Page page) {
    return page.locator("#handle").innerText();
  }

  void signIn(Page page) {
    page.navigate(site() + "/o/sign-in");
    page.locator("#go").click();
    page.waitForURL(site() + "/o");
  }

  void assertRefused(Page page, String where) {
    page.navigate(where.startsWith("/") ? site() + where : where);
    page.locator("#go").click();
    page.locator("#refused").waitFor();
    assertThat(page.locator("#done").count() == 0 || page.locator("#done").isHidden()).isTrue();
  }

  /** What whoever is at the machine types, and what the command says. */
  String says(int status, String... words) {
    Object command = words[0].equals("community") ? new CommunityCommand() : new OrganiserCommand();
    StringWriter said = new StringWriter();
    CommandLine line = new CommandLine(command).setOut(new PrintWriter(said, true));
    line.setExecutionExceptionHandler(
        (failure, _, _) -> {
          said.append(failure.getMessage());
          return 1;
        });
    var supervisor = scene.termin().supervisor;
    List<String> typed = new ArrayList<>(List.of(words).subList(1, words.length));
    typed.add("--notifier=" + supervisor.management("notifier"));
    typed.add("--token-file=" + supervisor.settings().folders().operatorToken());
    assertThat(line.execute(typed.toArray(String[]::new)))
        .as(String.join(" ", words))
        .isEqualTo(status);
    return said.toString();
  }

  List<String> links(String said) {
    return said.lines().filter(line -> line.startsWith("http")).toList();
  }
}

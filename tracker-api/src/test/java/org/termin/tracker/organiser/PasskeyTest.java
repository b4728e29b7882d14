package org.termin.tracker.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.termin.contract.organiser.Role;
import org.termin.contract.organiser.Secret;

class PasskeyTest {
  private final Site site = Site.shared();

  @Test
  void opensNothingFromAnotherPlace() {
    site.first.origin = "https://termin.example.net";
    try {
      assertThat(site.first.signsIn()).isEqualTo(401);
    } finally {
      site.first.origin = Guest.ORIGIN;
    }
    assertThat(site.first.opens("/o")).isEqualTo(303);
  }

  @Test
  void opensNothingWithoutItsOwner() {
    site.first.key.withoutVerification();
    try {
      assertThat(site.first.signsIn()).isEqualTo(401);
    } finally {
      site.first.key.verifiesAgain();
    }
    Guest careless = new Guest(site.door);
    careless.key.withoutVerification();
    Secret link = site.machineInvites(site.community, Role.MEMBER);
    site.invitations()
        .waitingFor(site.operator(site.firstHandle))
        .forEach(one -> site.invitations().second(site.operator(site.firstHandle), one.id()));
    assertThat(careless.enrols(link)).as("refused at the start").isEqualTo(401);
    careless.key.verifiesAgain();
    assertThat(careless.enrols(link)).as("the link was not used up").isEqualTo(200);
  }

  @Test
  void answersAQuestionOnceAndWithinFiveMinutes() {
    Guest guest = site.first;
    String answer = guest.key.get(guest.asksToSignIn(), Guest.ORIGIN);
    assertThat(guest.post("/o/sign-in", answer).statusCode()).isEqualTo(204);
    guest.browser().cookie("");
    var asked = guest.asksToSignIn();
    assertThat(guest.post("/o/sign-in", answer).statusCode())
        .as("the one from before")
        .isEqualTo(401);
    assertThat(guest.post("/o/sign-in", guest.key.get(asked, Guest.ORIGIN)).statusCode())
        .as("after a failure the question is over")
        .isEqualTo(401);
    asked = guest.asksToSignIn();
    site.wait(Duration.ofMinutes(5));
    assertThat(guest.post("/o/sign-in", guest.key.get(asked, Guest.ORIGIN)).statusCode())
        .isEqualTo(403);
  }

  @Test
  void ofNobodyHereOpensNothing() {
    Guest stranger = new Guest(site.door);
    assertThat(stranger.signsIn()).isEqualTo(401);
    stranger.asksToSignIn();
    for (String odd : new String[] {"", "{}", "[]", "null", "{\"response\":{}}", "{\"id\":7}"}) {
      assertThat(stranger.post("/o/sign-in", odd).statusCode()).as(odd).isEqualTo(401);
      assertThat(stranger.post("/o/enrol/options", odd).statusCode()).as(odd).isEqualTo(401);
      assertThat(stranger.post("/o/enrol", odd).statusCode()).as(odd).isEqualTo(401);
    }
  }

  @Test
  void isAskedForAgainAfterFifteenMinutesWithoutAClick() {
    site.wait(Duration.ofMinutes(14));
    assertThat(site.first.opens("/o")).isEqualTo(200);
    site.wait(Duration.ofMinutes(14));
    assertThat(site.first.opens("/o")).as("the click counted").isEqualTo(200);
    site.wait(Duration.ofMinutes(15));
    assertThat(site.first.opens("/o")).isEqualTo(303);
    assertThat(site.first.browser().at.headers().firstValue("Location")).hasValue("/o/sign-in");
  }

  @Test
  void isAskedForAgainAfterEightHoursWhateverHappens() {
    for (int quarter = 0; quarter < 47; quarter++) {
      site.wait(Duration.ofMinutes(10));
      assertThat(site.first.opens("/o")).isEqualTo(200);
    }
    site.wait(Duration.ofMinutes(10));
    assertThat(site.first.opens("/o")).isEqualTo(303);
  }

  @Test
  void endsAtOnceWhenItIsRevoked() {
    var member = site.newcomer(Role.MEMBER, site.community);
    assertThat(member.guest().opens("/o")).isEqualTo(200);
    String revoke = "/o/members/" + member.handle() + "/revoke";
    assertThat(site.first.presses("/o/members", revoke, Map.of())).isEqualTo(303);
    assertThat(member.guest().opens("/o")).as("the very next request").isEqualTo(303);
    assertThat(member.guest().signsIn()).isEqualTo(401);
    site.first.opens("/o/audit");
    assertThat(site.first.browser().text())
        .containsPattern(
            site.firstHandle + "</span> · <span>адкліканне</span><span> · " + member.handle());
  }

  @Test
  void endsAtOnceWhenTheStoreSaysSo() {
    var member = site.newcomer(Role.MEMBER, site.community);
    // another door, or somebody at the machine
    site.door
        .store
        .jdbc(org.termin.database.Role.TRACKER)
        .sql("delete from organiser.organiser where handle = ?")
        .param(member.handle())
        .update();
    assertThat(member.guest().opens("/o/members")).isEqualTo(303);
  }

  @Test
  void givesACookieForThisSiteOnlyAndAnotherOneForWhoIsIn() {
    Guest guest = site.first;
    guest.browser().cookie("");
    var asked = guest.asksToSignIn();
    String before = guest.browser().cookie();
    var in = guest.post("/o/sign-in", guest.key.get(asked, Guest.ORIGIN));
    String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .startsWith("__Host-termin-o=")
        .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Max-Age", "Domain");
    assertThat(guest.browser().cookie()).isNotEqualTo(before);
    String after = guest.browser().cookie();
    guest.browser().cookie(before);
    assertThat(guest.opens("/o")).as("the one from outside").isEqualTo(303);
    guest.browser().cookie(after);
    assertThat(guest.presses("/o", "/o/sign-out", Map.of())).isEqualTo(303);
    guest.browser().cookie(after);
    assertThat(guest.opens("/o")).as("signed out").isEqualTo(303);
  }
}

package org.termin.tracker.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.termin.contract.organiser.Role;
import org.termin.contract.organiser.Secret;
import org.termin.tracker.Door;

class InvitationTest {
  private final Site site = Site.shared();

  @AfterEach
  void thaw() {
    site.door.store.thawClock();
  }

  @Test
  void theFirstTwoComeInTogetherOrNotAtAll() {
    Door door = Door.with("--termin.public-url=" + Guest.ORIGIN);
    UUID community = Machine.makes(door, "MINSK");

    Guest alone = new Guest(door);
    alone.enrolled(Machine.founds(door, community).getFirst());
    assertThat(alone.signsIn()).as("one of two").isEqualTo(401);

    List<Secret> links = Machine.founds(door, community);
    Guest one = new Guest(door);
    Guest two = new Guest(door);
    one.enrolled(links.getFirst());
    assertThat(one.signsIn()).as("the first alone").isEqualTo(401);
    assertThat(one.enrols(links.getFirst())).as("the same link twice").isEqualTo(401);
    two.enrolled(links.getLast());
    assertThat(one.signsIn()).isEqualTo(204);
    assertThat(two.signsIn()).isEqualTo(204);
    assertThat(alone.signsIn()).as("from a founding that came to nothing").isEqualTo(401);
    assertThat(Machine.founds(door, community)).as("settled").isEmpty();

    assertThat(one.opens("/o")).isEqualTo(200);
    Machine.closes(door, "MINSK");
    assertThat(one.opens("/o")).as("of a community that was closed").isEqualTo(303);
    assertThat(one.signsIn()).isEqualTo(401);
    UUID next = Machine.makes(door, "GRODNO");
    assertThat(Machine.founds(door, next)).as("no operator is left").hasSize(2);
    door.context.close();
  }

  @Test
  void aLinkOpensNothingBeforeAnotherPersonSecondsIt() {
    assertThat(site.first.presses("/o/invitations", "/o/invitations", Map.of("role", "MEMBER")))
        .isEqualTo(200);
    String page = site.first.browser().text();
    assertThat(page).contains(Guest.ORIGIN + "/o/enrol#");
    Secret link = link(page);
    assertThat(new Guest(site.door).enrols(link)).as("nobody seconded it").isEqualTo(401);

    UUID id = waiting(site.secondHandle).getLast().id();
    for (Invitations.Waiting one : waiting(site.secondHandle)) {
      assertThat(page).as("not the inviter's own").doesNotContain(one.id().toString());
    }
    assertThat(site.invitations().second(site.operator(site.firstHandle), id)).isFalse();
    assertThat(new Guest(site.door).enrols(link)).as("the inviter seconded it").isEqualTo(401);

    for (Invitations.Waiting one : waiting(site.secondHandle)) {
      assertThat(
              site.second.presses(
                  "/o/invitations", "/o/invitations/" + one.id() + "/second", Map.of()))
          .isEqualTo(303);
    }
    Guest newcomer = new Guest(site.door);
    UUID handle = newcomer.enrolled(link);
    assertThat(newcomer.signsIn()).isEqualTo(204);
    assertThat(newcomer.opens("/o")).isEqualTo(200);
    assertThat(newcomer.browser().text()).contains(handle.toString(), site.inEightHours());
    assertThat(new Guest(site.door).enrols(link)).as("used").isEqualTo(401);
  }

  /** Whoever slips another link in between must not get the word that was meant for the first. */
  @Test
  void whoSecondsSeesWhoInvitedAndWhichLinkItIs() {
    var slipping = site.newcomer(Role.LEAD, site.community);
    slipping.guest().presses("/o/invitations", "/o/invitations", Map.of("role", "LEAD"));
    String slipped = slipping.guest().browser().text();
    site.first.presses("/o/invitations", "/o/invitations", Map.of("role", "LEAD"));
    String meant = site.first.browser().text();
    String machines = site.machineInvites(site.community, Role.LEAD).mark();

    site.second.opens("/o/invitations");
    List<String> cards = List.of(site.second.browser().text().split("<section"));
    assertThat(cards)
        .filteredOn(card -> card.contains(mark(meant)))
        .singleElement()
        .asString()
        .contains(site.firstHandle.toString());
    assertThat(cards)
        .filteredOn(card -> card.contains(mark(slipped)))
        .singleElement()
        .asString()
        .contains(slipping.handle().toString());
    assertThat(cards)
        .filteredOn(card -> card.contains(machines))
        .singleElement()
        .asString()
        .contains("хто каля машыны");
    assertThat(mark(meant)).isEqualTo(link(meant).mark());
  }

  private static Secret link(String page) {
    return new Secret(page.replaceAll("(?s).*/o/enrol#([A-Za-z0-9_-]{43}).*", "$1"));
  }

  private static String mark(String page) {
    return page.replaceAll("(?s).*id=\"mark\">([0-9A-F]{4})<.*", "$1");
  }

  @Test
  void theMachinesInvitationTakesAnOrganisersWordToo() {
    UUID elsewhere = site.community();
    Secret link = site.machineInvites(elsewhere, Role.LEAD);
    assertThat(new Guest(site.door).enrols(link)).isEqualTo(401);
    UUID id = waitingIn(site.operator(site.firstHandle), elsewhere);
    assertThat(site.invitations().second(site.operator(site.firstHandle), id)).isTrue();
    assertThat(new Guest(site.door).enrols(link)).isEqualTo(200);
  }

  @Test
  void aLinkIsOverAfterADay() {
    Secret link = site.machineInvites(site.community, Role.MEMBER);
    for (Invitations.Waiting one : waiting(site.firstHandle)) {
      site.invitations().second(site.operator(site.firstHandle), one.id());
    }
    site.door.store.advance(Duration.ofHours(24).minusSeconds(30));
    Guest late = new Guest(site.door);
    var asked = late.asksToEnrol(link);
    assertThat(asked.statusCode()).isEqualTo(200);
    site.door.store.advance(Duration.ofMinutes(1));
    String made = late.key.create(Guest.json(asked), Guest.ORIGIN);
    assertThat(late.post("/o/enrol", made).statusCode()).as("asked in time").isEqualTo(401);
    assertThat(new Guest(site.door).enrols(link)).isEqualTo(401);
  }

  @Test
  void nobodyStandsForMoreThanTheOwnRoleOrAnotherCommunity() {
    UUID elsewhere = site.community();
    var lead = site.newcomer(Role.LEAD, site.community);
    Organiser me = new Organiser(lead.handle(), site.community, Role.LEAD);
    Organiser member = new Organiser(UUID.randomUUID(), site.community, Role.MEMBER);
    assertThat(site.invitations().invite(me, site.community, Role.OPERATOR)).isEmpty();
    assertThat(site.invitations().invite(me, elsewhere, Role.MEMBER)).isEmpty();
    assertThat(site.invitations().invite(member, site.community, Role.MEMBER)).isEmpty();
    site.machineInvites(site.community, Role.OPERATOR);
    site.machineInvites(elsewhere, Role.MEMBER);
    var above = waitingIn(site.operator(site.firstHandle), elsewhere);
    assertThat(site.invitations().second(me, above)).isFalse();
    assertThat(site.invitations().waitingFor(me))
        .noneMatch(one -> one.role() == Role.OPERATOR || one.community().equals(elsewhere));
    assertThat(site.invitations().waitingFor(member)).isEmpty();
    lead.guest().opens("/o/invitations");
    assertThat(lead.guest().browser().text())
        .contains("value=\"LEAD\"")
        .doesNotContain("OPERATOR")
        .doesNotContain(elsewhere.toString());
  }

  @Test
  void whoIsRevokedTakesBackEveryWordGiven() {
    UUID elsewhere = site.community();
    var lead = site.newcomer(Role.LEAD, elsewhere);
    Organiser me = new Organiser(lead.handle(), elsewhere, Role.LEAD);
    Secret mine = site.invitations().invite(me, elsewhere, Role.MEMBER).orElseThrow();
    UUID id = waitingIn(site.operator(site.firstHandle), elsewhere);
    assertThat(site.invitations().second(site.operator(site.firstHandle), id)).isTrue();
    String self = "/o/members/" + lead.handle() + "/revoke";
    assertThat(lead.guest().presses("/o/members", self, Map.of())).isEqualTo(303);
    assertThat(new Guest(site.door).enrols(mine)).isEqualTo(401);
  }

  @Test
  void theStoreKeepsTheHashOfALinkAndNothingElseOfIt() {
    Secret link = site.machineInvites(site.community, Role.MEMBER);
    List<String> rows =
        site.door
            .store
            .jdbc(org.termin.database.Role.TRACKER)
            .sql("select i::text from organiser.invitation i")
            .query(String.class)
            .list();
    assertThat(rows)
        .anyMatch(row -> row.contains(java.util.HexFormat.of().formatHex(link.hash())))
        .noneMatch(row -> row.contains(link.token()));
    assertThat(link).hasToString("Secret");
  }

  private List<Invitations.Waiting> waiting(UUID handle) {
    return site.invitations().waitingFor(site.operator(handle));
  }

  private UUID waitingIn(Organiser who, UUID community) {
    return site.invitations().waitingFor(who).stream()
        .filter(one -> one.community().equals(community))
        .findFirst()
        .orElseThrow()
        .id();
  }
}

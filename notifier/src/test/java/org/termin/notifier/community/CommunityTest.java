package org.termin.notifier.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.termin.contract.organiser.Secret;
import org.termin.database.Role;
import org.termin.notifier.House;
import org.termin.notifier.Refused;
import org.termin.notifier.community.CommunityController.Asked;
import org.termin.testkit.TestStore;

/** What whoever is at the machine may do with communities and first links, and what not. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CommunityTest {
  private static final String LINK = "https://termin.example/o/enrol#";
  private static House house;
  private static CommunityController machine;
  private static JdbcClient door;

  @BeforeAll
  static void open() {
    house = House.on(TestStore.fresh());
    machine = house.get(CommunityController.class);
    door = house.store().jdbc(Role.TRACKER);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void empty() {
    house.store().thawClock();
    house.store().clear();
  }

  private static Asked asked(@Nullable String code) {
    return new Asked(code, null);
  }

  private static void refused(ThrowingCallable what, String why) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(machine.refused(refused).getDetail()).contains(why));
  }

  private static UUID idOf(String code) {
    return door.sql("select id from organiser.community where join_code = ?")
        .param(code)
        .query(UUID.class)
        .single();
  }

  /** Somebody who enrolled, with a passkey. */
  private static UUID organiser(String code, String role, boolean active) {
    UUID handle = UUID.randomUUID();
    door.sql(
            "insert into organiser.organiser (handle, community, role, active) values (?, ?, ?, ?)")
        .params(handle, idOf(code), role, active)
        .update();
    door.sql(
            """
            insert into organiser.passkey
              (credential, handle, public_key, attestation, transports, backup_eligible, backed_up)
            values (?, ?, '', '', '', false, false)
            """)
        .params(handle.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII), handle)
        .update();
    return handle;
  }

  private static int count(String what) {
    return door.sql("select count(*) from organiser." + what).query(Integer.class).single();
  }

  /** Whether the store has a link, and what it says of it. */
  private static List<String> stored(String link) {
    assertThat(link).startsWith(LINK);
    return door.sql(
            """
            select role || ' ' || (founding is not null) || ' ' || (expires_at = app.now() + interval '24 hours')
                   || ' ' || (invited_by is null and seconded_by is null and used_by is null)
              from organiser.invitation where hash = ?
            """)
        .param(new Secret(link.substring(LINK.length())).hash())
        .query(String.class)
        .list();
  }

  @Test
  void aCodeThatIsDrawnCanBeReadOutOverAPhone() {
    Set<String> drawn = new HashSet<>();
    SecureRandom random = new SecureRandom();
    for (int n = 0; n < 1_000; n++) {
      drawn.add(Drawn.code(random).value());
    }
    assertThat(drawn)
        .hasSizeGreaterThan(990)
        .allMatch(code -> code.matches("[2-9BCDFGHJKMNP-TV-Z]{4}-[2-9BCDFGHJKMNP-TV-Z]{4}"));
    String code = machine.create(asked(null)).code();
    assertThat(machine.all().communities())
        .extracting(Communities.Line::code)
        .containsExactly(code);
  }

  @Test
  void aCodeIsTakenForGood() {
    assertThat(machine.create(asked(" minsk-1 ")).code()).isEqualTo("MINSK-1");
    refused(() -> machine.create(asked("MINSK-1")), "already");
    machine.close(asked("minsk-1"));
    refused(() -> machine.create(asked("MINSK-1")), "without being asked");
    refused(() -> machine.close(asked("MINSK-1")), "was closed");
    assertThat(machine.all().communities())
        .containsExactly(new Communities.Line("MINSK-1", false, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AB", "-ABC", "МИНСК", "A B C", "A_B_C"})
  void whatIsNoCodeIsRefused(String typed) {
    refused(() -> machine.create(asked(typed)), "3 to 32 signs");
    refused(() -> machine.close(asked(typed)), "3 to 32 signs");
  }

  @ParameterizedTest
  @ValueSource(strings = "NOBODYS")
  @NullSource
  void aCommunityThatIsNotThereIsNeitherClosedNorInvitedTo(@Nullable String code) {
    refused(() -> machine.close(asked(code)), "There is no community");
    refused(() -> machine.found(asked(code)), "There is no community");
    refused(() -> machine.invite(new Asked(code, "member")), "There is no community");
  }

  @Test
  void theListCountsOrganisersWhoCanComeIn() {
    machine.create(asked("TWO"));
    machine.create(asked("ONE"));
    organiser("ONE", "MEMBER", true);
    organiser("ONE", "OPERATOR", false);
    assertThat(machine.all().communities())
        .containsExactly(
            new Communities.Line("ONE", true, 1), new Communities.Line("TWO", true, 0));
    machine.close(asked("ONE"));
    assertThat(machine.all().communities())
        .containsExactly(
            new Communities.Line("TWO", true, 0), new Communities.Line("ONE", false, 0));
  }

  @Test
  void theFirstTwoAreInvitedTogetherUntilAnOperatorIsThere() {
    house.store().freezeClock(house.store().now());
    machine.create(asked("ONE"));
    List<String> first = machine.found(asked("one")).links();
    assertThat(first).hasSize(2).doesNotHaveDuplicates();
    organiser("ONE", "OPERATOR", false);

    List<String> links = machine.found(asked("ONE")).links();
    assertThat(links)
        .allSatisfy(link -> assertThat(stored(link)).containsExactly("OPERATOR true true true"));
    assertThat(first).as("of before").allSatisfy(link -> assertThat(stored(link)).isEmpty());
    assertThat(count("organiser")).as("half of a founding").isZero();
    assertThat(door.sql("select count(distinct founding) from organiser.invitation"))
        .extracting(pairs -> pairs.query(Integer.class).single())
        .isEqualTo(1);

    organiser("ONE", "LEAD", true);
    assertThat(machine.found(asked("ONE")).links()).as("a lead makes no operator").hasSize(2);
    organiser("ONE", "OPERATOR", true);
    refused(() -> machine.found(asked("ONE")), "An operator is there already");
    assertThat(count("invitation")).as("open links stay").isEqualTo(2);

    machine.create(asked("TWO"));
    machine.close(asked("ONE"));
    refused(() -> machine.found(asked("ONE")), "was closed");
    assertThat(machine.found(asked("TWO")).links()).as("the operator is out").hasSize(2);
  }

  @Test
  void anInvitationNeedsSomebodyWhoCouldSecondIt() {
    house.store().freezeClock(house.store().now());
    machine.create(asked("ONE"));
    machine.create(asked("TWO"));
    refused(() -> machine.invite(new Asked("ONE", "member")), "Nobody is there who could second");
    organiser("ONE", "MEMBER", true);
    organiser("ONE", "OPERATOR", false);
    refused(() -> machine.invite(new Asked("ONE", "member")), "Nobody is there who could second");

    organiser("ONE", "LEAD", true);
    assertThat(stored(machine.invite(new Asked("ONE", "member")).links().getFirst()))
        .containsExactly("MEMBER false true true");
    assertThat(stored(machine.invite(new Asked("ONE", "Lead")).links().getFirst()))
        .containsExactly("LEAD false true true");
    refused(() -> machine.invite(new Asked("ONE", "operator")), "Nobody is there who could second");
    refused(() -> machine.invite(new Asked("TWO", "member")), "Nobody is there who could second");

    organiser("ONE", "OPERATOR", true);
    assertThat(stored(machine.invite(new Asked("TWO", "operator")).links().getFirst()))
        .containsExactly("OPERATOR false true true");
    refused(() -> machine.invite(new Asked("ONE", "king")), "member, lead or operator");
    refused(() -> machine.invite(asked("ONE")), "member, lead or operator");
    machine.close(asked("TWO"));
    refused(() -> machine.invite(new Asked("TWO", "member")), "was closed");
  }

  @Test
  void linksThatAreOverGoWithTheNextOne() {
    machine.create(asked("ONE"));
    organiser("ONE", "OPERATOR", true);
    machine.invite(new Asked("ONE", "member"));
    house.store().advance(Duration.ofHours(24));
    machine.invite(new Asked("ONE", "member"));
    assertThat(count("invitation")).isEqualTo(1);
  }

  @Test
  void whatIsClosedForgetsItsOrganisersAndNobodyElses() {
    machine.create(asked("ONE"));
    machine.create(asked("TWO"));
    organiser("ONE", "OPERATOR", true);
    organiser("ONE", "MEMBER", true);
    organiser("ONE", "MEMBER", false);
    UUID stays = organiser("TWO", "OPERATOR", true);
    machine.invite(new Asked("ONE", "member"));
    String kept = machine.invite(new Asked("TWO", "member")).links().getFirst();
    assertThat(machine.close(asked("ONE")).organisers()).isEqualTo(2);
    assertThat(door.sql("select handle from organiser.organiser").query(UUID.class).list())
        .containsExactly(stays);
    assertThat(count("passkey")).isEqualTo(1);
    assertThat(count("invitation")).isEqualTo(1);
    assertThat(stored(kept)).hasSize(1);
  }

  @Test
  void whatFrameworksLogPrintsNoCodeAndNoLink() {
    Asked asked = new Asked("MINSK-1", "member");
    assertThat(asked).hasToString("Asked");
    assertThat(machine.create(asked)).hasToString("Made");
    assertThat(machine.all().toString()).doesNotContain("MINSK");
    assertThat(machine.found(asked)).hasToString("Links");
  }
}

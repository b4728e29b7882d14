package org.termin.tracker.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.termin.contract.organiser.Role;
import org.termin.contract.organiser.Secret;
import org.termin.tracker.Door;

/** A door of the organisers' tests, with a clock they move and the first two operators in. */
final class Site {
  final Door door;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
  final UUID community;
  final Guest first;
  final Guest second;
  final UUID firstHandle;
  final UUID secondHandle;

  private Site() {
    InstantSource source = now::get;
    door = Door.at(source.withZone(ZoneOffset.UTC), "--termin.public-url=" + Guest.ORIGIN);
    community = community();
    List<Secret> links = Machine.founds(door, community);
    first = new Guest(door);
    second = new Guest(door);
    firstHandle = first.enrolled(links.getFirst());
    secondHandle = second.enrolled(links.getLast());
    signIn();
  }

  private static final class Holder {
    static final Site ONE = new Site();
  }

  /** The one its tests share; both operators are signed in. */
  static Site shared() {
    Holder.ONE.signIn();
    return Holder.ONE;
  }

  private void signIn() {
    assertThat(first.signsIn()).isEqualTo(204);
    assertThat(second.signsIn()).isEqualTo(204);
  }

  UUID community() {
    return Machine.makes(
        door, UUID.randomUUID().toString().toUpperCase(Locale.ROOT).substring(0, 20));
  }

  /** As whoever is at the machine does, through the notifier. */
  Secret machineInvites(UUID where, Role role) {
    return Machine.invites(door, where, role);
  }

  static final String RELEASED = "2026-11-09";

  /** A figure for a community, as the notifier releases it. */
  void released(UUID where, String country, int households) {
    var notifier = door.store.jdbc(org.termin.database.Role.NOTIFIER);
    notifier
        .sql("insert into wave.release values (cast(? as date)) on conflict do nothing")
        .param(RELEASED)
        .update();
    notifier
        .sql(
            """
            insert into wave.community_cell
              (released, community, country, document, period_start, months, households, drawn)
            values (cast(? as date), ?, ?, 'residence-permit', '2027-07-01', 3, ?, '2026-11-09')
            on conflict do nothing
            """)
        .params(RELEASED, where, country, households)
        .update();
  }

  Invitations invitations() {
    return door.context.getBean(Invitations.class);
  }

  /** As the page says it. */
  String inEightHours() {
    return now.get().plus(Duration.ofHours(8)).toString().substring(11, 16) + " UTC";
  }

  void wait(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  /** Somebody new, invited by the first and seconded by the second operator, signed in. */
  Newcomer newcomer(Role role, UUID where) {
    List<Invitations.Waiting> before = invitations().waitingFor(operator(secondHandle));
    Secret link = invitations().invite(operator(firstHandle), where, role).orElseThrow();
    UUID waiting =
        invitations().waitingFor(operator(secondHandle)).stream()
            .filter(one -> !before.contains(one))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(second.presses("/o/invitations", "/o/invitations/" + waiting + "/second", Map.of()))
        .isEqualTo(303);
    Guest guest = new Guest(door);
    UUID handle = guest.enrolled(link);
    assertThat(guest.signsIn()).isEqualTo(204);
    return new Newcomer(guest, handle);
  }

  record Newcomer(Guest guest, UUID handle) {}

  Organiser operator(UUID handle) {
    return new Organiser(handle, community, Role.OPERATOR);
  }
}

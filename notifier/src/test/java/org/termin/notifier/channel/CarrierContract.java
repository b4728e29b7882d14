package org.termin.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.termin.contract.words.Contact;
import org.termin.contract.words.Language;
import org.termin.notifier.channel.Outcome.Accepted;
import org.termin.notifier.channel.Outcome.Permanence;
import org.termin.notifier.channel.Outcome.Rejected;

/** What delivery expects of every way out, recorded or real. */
abstract class CarrierContract {

  abstract Carrier carrier();

  abstract Contact reachable();

  abstract Contact refusedRoute();

  /** The texts that arrived for a contact, oldest first. */
  abstract List<String> arrived(Contact contact);

  static Outgoing message(Contact to, String words) {
    UUID attempt = UUID.randomUUID();
    return new Outgoing(
        attempt,
        to,
        Language.EN,
        Text.mail("Task", words, "<p>" + words + "</p>", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
        new Outgoing.Marks("callback-" + attempt, "mail-" + attempt, "stop-" + attempt),
        Duration.ofHours(2));
  }

  @Test
  void whatIsAcceptedArrivesOnceAndWhole() {
    assertThat(carrier().send(message(reachable(), "start today"))).isInstanceOf(Accepted.class);
    assertThat(arrived(reachable())).containsExactly("start today");
  }

  @Test
  void aRefusedRouteIsRefusedHereToo() {
    assertThat(carrier().send(message(refusedRoute(), "never")))
        .isEqualTo(new Rejected("refused-route", Permanence.CONTACT));
    assertThat(arrived(refusedRoute())).isEmpty();
  }

  @Test
  void itServesTheKindOfItsContacts() {
    assertThat(carrier().channel()).isEqualTo(reachable().channel());
  }
}

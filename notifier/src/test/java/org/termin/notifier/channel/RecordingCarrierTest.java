package org.termin.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.DeliveryNote;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Contact;
import org.termin.contract.words.PhoneNumber;
import org.termin.contract.words.RussianRoutes;
import org.termin.notifier.channel.recording.Recorder;

class RecordingCarrierTest extends CarrierContract {

  private final Recorder recorder =
      new Recorder(() -> Instant.EPOCH, new RefusedRoutes(RussianRoutes.REFUSED));

  @Override
  Carrier carrier() {
    return recorder.carrier(Channel.SMS);
  }

  @Override
  Contact reachable() {
    return new PhoneNumber("+48512345678");
  }

  @Override
  Contact refusedRoute() {
    return new PhoneNumber("+375291234567");
  }

  @Override
  List<String> arrived(Contact contact) {
    return recorder.inbox().stream()
        .filter(message -> message.to().equals(contact.value()))
        .map(Recorder.Recorded::text)
        .toList();
  }

  @Test
  void itRemembersWhichRowsAMessageTold() {
    Outgoing plain = message(reachable(), "start today");
    List<DeliveryNote.Told> rows = List.of(new DeliveryNote.Told(1, 2, 5));
    recorder
        .carrier(Channel.SMS)
        .send(
            new Outgoing(
                plain.attempt(),
                plain.to(),
                plain.language(),
                plain.text(),
                rows,
                plain.marks(),
                plain.validFor()));
    assertThat(recorder.find(plain.attempt()).orElseThrow().told()).isEqualTo(rows);
  }
}

package org.termin.notifier.channel;

import java.time.Instant;
import java.util.List;
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
}

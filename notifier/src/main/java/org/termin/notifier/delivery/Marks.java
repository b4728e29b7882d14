package org.termin.notifier.delivery;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.StopToken;
import org.termin.contract.sealed.Tokens;
import org.termin.notifier.channel.CallbackAddress;
import org.termin.notifier.channel.Outgoing;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Person;

/** Makes the opaque marks by which echoes of a message are believed. */
@Component
class Marks {

  private final Keyring keys;
  private final @Nullable CallbackAddress callback;

  Marks(Keyring keys, Optional<CallbackAddress> callback) {
    this.keys = keys;
    this.callback = callback.orElse(null);
  }

  /** The one-click address of a mail; none where providers cannot reach us. */
  @Nullable URI unsubscribe(Person person, ContactSlot to) {
    return callback == null
        ? null
        : callback.unsubscribe(new StopToken(person.id(), to.slot()).seal(keys.ledger()));
  }

  Outgoing.Marks of(UUID attempt, UUID registration, int slot) {
    return of(attempt, attempt, registration, slot);
  }

  /** A repeated mail keeps the Message-ID of the first one, so that a reader shows it once. */
  Outgoing.Marks of(UUID attempt, UUID first, UUID registration, int slot) {
    return new Outgoing.Marks(
        Tokens.of(keys.ledger(), Tokens.Use.CALLBACK, attempt),
        Tokens.of(keys.ledger(), Tokens.Use.MAIL, first),
        new StopToken(registration, slot).seal(keys.ledger()));
  }
}

package org.termin.tracker.organiser;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.termin.contract.organiser.Secret;

/** What the server remembers behind one cookie; every seat has its own token for forms. */
sealed interface Seat {
  /** A seat nobody used for so long is over. */
  Duration IDLE = Duration.ofMinutes(15);

  /** No seat lasts longer. */
  Duration ABSOLUTE = Duration.ofHours(8);

  /** So long a question to an authenticator may be answered, once. */
  Duration QUESTION = Duration.ofMinutes(5);

  String form();

  /** Whether it still counts. */
  boolean holds(Instant now);

  /** Somebody in front of the door, who was asked nothing yet. */
  record Visitor(String form, Instant since) implements Seat {
    @Override
    public boolean holds(Instant now) {
      return now.isBefore(since.plus(IDLE));
    }
  }

  /** Somebody who was asked to sign in. */
  record Knocking(String form, Instant since, PublicKeyCredentialRequestOptions asked)
      implements Seat {
    @Override
    public boolean holds(Instant now) {
      return now.isBefore(since.plus(QUESTION));
    }
  }

  /** Somebody with a link, who was asked to make a passkey for the handle. */
  record Enrolling(
      String form,
      Instant since,
      Secret link,
      UUID handle,
      PublicKeyCredentialCreationOptions asked)
      implements Seat {
    @Override
    public boolean holds(Instant now) {
      return now.isBefore(since.plus(QUESTION));
    }
  }

  /** Somebody who used a passkey. */
  record Known(String form, Instant since, Instant seen, UUID handle) implements Seat {
    @Override
    public boolean holds(Instant now) {
      return now.isBefore(seen.plus(IDLE)) && now.isBefore(end());
    }

    /** When the passkey is asked for again, whatever happens. */
    Instant end() {
      return since.plus(ABSOLUTE);
    }

    Known seen(Instant now) {
      return new Known(form, since, now, handle);
    }
  }
}

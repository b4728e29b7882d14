package org.termin.tracker.callback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;
import org.termin.tracker.DoorSettings;

/** The secret part of the callbacks' address; without one nothing is taken. */
@Component
class CallbackSecret {
  private final byte[] secret;

  CallbackSecret(DoorSettings settings) {
    this.secret =
        DoorSettings.secret(settings.callback().secretFile(), "the secret of the callback address")
            .getBytes(StandardCharsets.UTF_8);
  }

  boolean fits(String given) {
    return secret.length > 0
        && MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8));
  }
}

package org.termin.notifier.verification;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Codes that prove a contact can be reached. */
@Component
public class Codes {
  /**
   * The provider took the message of that attempt: its ten minutes begin. To be called first in the
   * outcome's transaction, as it locks the record.
   */
  public void accepted(UUID attempt) {
    throw new UnsupportedOperationException("follows");
  }
}

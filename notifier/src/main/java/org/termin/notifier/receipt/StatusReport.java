package org.termin.notifier.receipt;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a provider says about one message; already believed. */
public record StatusReport(
    UUID attempt, String status, @Nullable String error, @Nullable String providerRef) {

  public StatusReport {
    if (status.isBlank() || status.length() > 40 || error != null && error.length() > 20) {
      throw new IllegalArgumentException("not a status");
    }
  }
}

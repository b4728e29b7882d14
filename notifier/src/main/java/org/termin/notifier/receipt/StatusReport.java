package org.termin.notifier.receipt;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about one message; already believed. It is kept and logged, so it can be
 * nothing but a word, a number and a name such as the provider makes: no number of a phone, no
 * text.
 */
public record StatusReport(
    UUID attempt, String status, @Nullable String error, @Nullable String providerRef) {
  private static final Pattern STATUS = Pattern.compile("[A-Za-z][A-Za-z_-]{0,19}");
  private static final Pattern ERROR = Pattern.compile("\\d{1,6}");
  private static final Pattern REF = Pattern.compile("[A-Z]{2}[0-9a-f-]{32,36}");

  public StatusReport {
    if (!STATUS.matcher(status).matches()
        || error != null && !ERROR.matcher(error).matches()
        || providerRef != null && !REF.matcher(providerRef).matches()) {
      throw new IllegalArgumentException("not a status");
    }
  }

  /** As it came; what is no number or no name is left out, as if the provider had not said it. */
  static StatusReport read(
      UUID attempt, String status, Optional<String> error, Optional<String> providerRef) {
    return new StatusReport(
        attempt,
        status,
        error.filter(ERROR.asMatchPredicate()).filter(code -> !code.equals("0")).orElse(null),
        providerRef.filter(REF.asMatchPredicate()).orElse(null));
  }
}

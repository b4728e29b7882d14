package org.termin.tracker.session;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.ReceiptCode;

/** Reads {@code Authorization: Receipt <code>}; anything unreadable is simply nobody. */
public final class ReceiptHeader {
  private static final String SCHEME = "receipt ";

  private ReceiptHeader() {}

  /** The keys of the code in the header. */
  public static Optional<Access> read(@Nullable String header) {
    if (header == null
        || header.length() > 200
        || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    return ReceiptCode.parse(header.substring(SCHEME.length())).map(Access::of);
  }
}

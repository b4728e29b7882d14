package org.termin.notifier.wave;

import java.util.Objects;
import java.util.UUID;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;

/**
 * All figures about one sort of document in one country, of everybody or of one community: they are
 * drawn together.
 *
 * @param scope a community, or {@link #EVERYBODY}
 */
record Series(UUID scope, Country country, DocumentType document) implements Lot {
  static final UUID EVERYBODY = UUID.fromString("00000000-0000-0000-0000-000000000000");

  Series {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(document, "document");
  }

  @Override
  public String name() {
    return scope + country.code() + document.wire();
  }

  @Override
  public String toString() {
    return "Series";
  }
}

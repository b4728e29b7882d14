package org.termin.contract.words;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A host country by its ISO 3166-1 alpha-2 code. */
public record Country(@JsonValue String code) {

  private static final Set<String> KNOWN =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  @JsonCreator
  public Country {
    if (!KNOWN.contains(code)) {
      throw new IllegalArgumentException("not a country code");
    }
  }

  /** The country a person wrote, if there is one of that code. */
  public static Optional<Country> of(String written) {
    String code = written.strip().toUpperCase(Locale.ROOT);
    return KNOWN.contains(code) ? Optional.of(new Country(code)) : Optional.empty();
  }

  /** Which country it is says much about a person, so it does not print itself. */
  @Override
  public String toString() {
    return "Country";
  }
}

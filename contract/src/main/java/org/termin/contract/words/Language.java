package org.termin.contract.words;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A language people read; Belarusian, Russian and English are complete, the others where written.
 */
public enum Language {
  @JsonProperty("be")
  BE,
  @JsonProperty("ru")
  RU,
  @JsonProperty("en")
  EN,
  @JsonProperty("pl")
  PL,
  @JsonProperty("lt")
  LT,
  @JsonProperty("uk")
  UK,
  @JsonProperty("de")
  DE,
  @JsonProperty("es")
  ES;

  /** The languages in which every text exists. */
  public static List<Language> complete() {
    return List.of(BE, RU, EN);
  }

  /** The ISO 639-1 code, lower case. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The locale for dates and messages. */
  public Locale locale() {
    return Locale.of(wire());
  }

  /** The language of that code, if we know it. */
  public static Optional<Language> of(String wire) {
    return Arrays.stream(values()).filter(language -> language.wire().equals(wire)).findFirst();
  }
}

package org.termin.guidance.pack;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.HashSet;
import java.util.Map;
import org.termin.contract.words.Language;

/** One sentence in every complete language, and in others where somebody has written it. */
public record LocalText(Map<Language, String> in) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public LocalText {
    in = Map.copyOf(in);
    for (Language language : Language.complete()) {
      if (in.getOrDefault(language, "").isBlank()) {
        throw new IllegalArgumentException("a text is missing in " + language.wire());
      }
    }
    if (new HashSet<>(in.values()).size() < in.size()) {
      throw new IllegalArgumentException("one text stands under two languages: " + in);
    }
  }

  /** Whether somebody has written it in this language. */
  public boolean isIn(Language language) {
    return in.containsKey(language);
  }

  /** The text in this language, or in the one all untranslated texts fall back to. */
  public String in(Language language) {
    return in.getOrDefault(language, in.getOrDefault(Language.EN, ""));
  }
}

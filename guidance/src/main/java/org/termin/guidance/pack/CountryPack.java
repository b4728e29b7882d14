package org.termin.guidance.pack;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.rule.Pack;

/**
 * One country as read from its file: the rules the planner uses and the texts people read.
 *
 * @param sources the first source of each fact, and the day of what we know from it
 */
public record CountryPack(Pack rules, PackTexts texts, Map<String, Origin> sources) {

  public CountryPack {
    sources = Map.copyOf(sources);
  }

  /**
   * Where a fact was read.
   *
   * @param dated the source's own date as it gives it, possibly only a year; none: undated
   */
  public record Origin(URI url, @Nullable String dated, LocalDate checked) {}
}

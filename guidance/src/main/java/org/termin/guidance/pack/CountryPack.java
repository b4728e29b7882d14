package org.termin.guidance.pack;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Pack;

/**
 * One country as read from its file: the rules the planner uses and the texts people read.
 *
 * @param facts by id: what the rules and texts rest on, the origin's facts among them
 */
public record CountryPack(Pack rules, PackTexts texts, Map<String, Fact> facts) {

  public CountryPack {
    facts = Map.copyOf(facts);
  }

  /**
   * One claim about the country.
   *
   * @param says in our own words, for lawyers and editors, never shown to residents
   */
  public record Fact(String says, Claim claim, List<Origin> origins) {
    public Fact {
      origins = List.copyOf(origins);
    }
  }

  /**
   * Where a fact was read.
   *
   * @param dated the source's own date as it gives it, possibly only a year; none: undated
   */
  public record Origin(URI url, @Nullable String dated, LocalDate checked) {}
}

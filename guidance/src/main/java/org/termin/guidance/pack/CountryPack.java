package org.termin.guidance.pack;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Pack;
import tools.jackson.databind.JsonNode;

/**
 * One country as read from its file: the rules the planner uses and the texts people read.
 *
 * @param facts by id: what the rules and texts rest on, the origin's facts among them
 * @param file as it stands, without the origin's facts
 */
public record CountryPack(Pack rules, PackTexts texts, Map<String, Fact> facts, JsonNode file) {

  public CountryPack {
    facts = Map.copyOf(facts);
  }

  /** Whether both plan and say the same, however their files are written. */
  public boolean saysTheSameAs(CountryPack other) {
    return rules.equals(other.rules) && texts.equals(other.texts) && facts.equals(other.facts);
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

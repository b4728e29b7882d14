package org.termin.tracker.open;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one country, in words.
 *
 * @param question what the ways differ by; none: by nothing
 * @param help who can help, in one sentence
 */
public record CountryPage(
    String code,
    String name,
    String asOf,
    @Nullable String question,
    List<Document> documents,
    String help,
    List<String> between) {

  /**
   * One document and the ways to keep it alive.
   *
   * @param official its name in the host language
   * @param ways none: we know no way, and say so
   */
  public record Document(String name, @Nullable String official, List<Way> ways) {}

  /**
   * One way.
   *
   * @param answers for whom it is open; none: for everybody
   * @param notice what limits the way as a whole
   * @param page the authority's page
   */
  public record Way(
      List<String> answers,
      List<String> notice,
      List<String> window,
      List<String> needs,
      List<String> steps,
      List<String> waysOut,
      List<String> unknown,
      Links.@Nullable Link page,
      List<Links.Link> sources) {}
}

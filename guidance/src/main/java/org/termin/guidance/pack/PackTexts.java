package org.termin.guidance.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentType;

/**
 * What a pack says to people.
 *
 * @param official the documents' names in the host language, never translated
 * @param routes by route id
 */
public record PackTexts(
    Map<DocumentType, String> official, @Nullable Help help, Map<String, RouteTexts> routes) {

  public PackTexts {
    official = Map.copyOf(official);
    routes = Map.copyOf(routes);
  }

  /** Everything that is said, in any order. */
  public Stream<LocalText> sentences() {
    Stream<LocalText> helping = help == null ? Stream.of() : Stream.of(help.sms(), help.mail());
    return Stream.concat(helping, routes.values().stream().flatMap(RouteTexts::sentences));
  }

  /** A page of a host authority and the day of what we know from it. */
  public record OfficialPage(String name, URI url, LocalDate asOf) {}

  /**
   * A human being to turn to.
   *
   * @param sms one short line for a last call
   */
  public record Help(@Nullable String fact, LocalText sms, LocalText mail, @Nullable URI url) {}

  /**
   * The sentences of one route.
   *
   * @param sms what to do next, by moment
   * @param actions replaces the general "do this by …" where that would be wrong
   * @param missed exact consequence of doing nothing
   * @param page the authority's page that a mail may link to
   * @param steps what to do, in order
   * @param unknown what the sources leave open
   */
  public record RouteTexts(
      Map<Moment, LocalText> sms,
      Map<Moment, LocalText> actions,
      LocalText missed,
      @Nullable OfficialPage page,
      List<Step> steps,
      List<Step> unknown) {

    public RouteTexts {
      sms = Map.copyOf(sms);
      actions = Map.copyOf(actions);
      steps = List.copyOf(steps);
      unknown = List.copyOf(unknown);
    }

    private Stream<LocalText> sentences() {
      return Stream.of(
              sms.values().stream(),
              actions.values().stream(),
              Stream.of(missed),
              Stream.concat(steps.stream(), unknown.stream()).map(Step::text))
          .flatMap(texts -> texts);
    }

    /** Whether nothing is handed in on this way: a dead end, or a document that is only kept. */
    public boolean filesNothing() {
      return actions.keySet().containsAll(Set.of(Moment.WHEN_TAKEN, Moment.FILE))
          && steps.stream().noneMatch(Step::filing);
    }
  }

  /** The moments a short next step is written for. */
  public enum Moment {
    /** Before it can be filed; tells nobody to file. */
    @JsonProperty("prepare")
    PREPARE,
    /** The opening is not known: prepare, and file as soon as the office takes it. */
    @JsonProperty("when-taken")
    WHEN_TAKEN,
    @JsonProperty("file")
    FILE,
    @JsonProperty("late")
    LATE,
    /** Blocked: the way out. */
    @JsonProperty("act")
    ACT,
    @JsonProperty("ask")
    ASK,
    /** The printed last day has passed. */
    @JsonProperty("after")
    AFTER,
    @JsonProperty("obstacle")
    OBSTACLE,
    /** What needs a document that is still valid. */
    @JsonProperty("errands")
    ERRANDS
  }

  /**
   * One step or one open question, with the ids of the facts it rests on.
   *
   * @param filing told only from the day on which it can be filed
   * @param document only for this document; none: for all the route serves
   */
  public record Step(
      LocalText text, List<String> facts, boolean filing, @Nullable DocumentType document) {

    public Step {
      facts = List.copyOf(facts);
    }

    /** Whether the step is for this document, on a day before or after the opening. */
    public boolean isFor(DocumentType held, boolean mayFile) {
      return (document == null || document == held) && (mayFile || !filing);
    }
  }
}

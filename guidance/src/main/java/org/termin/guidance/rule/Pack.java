package org.termin.guidance.rule;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;

/** All rules of one host country. Routes of one document stand in the order of preference. */
public record Pack(
    Country country,
    LocalDate asOf,
    @Nullable GroundQuestion question,
    List<Route> routes,
    List<Substitution> substitutions,
    List<Supersession> supersessions) {

  public Pack {
    routes = List.copyOf(routes);
    substitutions = List.copyOf(substitutions);
    supersessions = List.copyOf(supersessions);
    Set<String> ids = new HashSet<>();
    for (Route route : routes) {
      if (!ids.add(route.id())) {
        throw new IllegalArgumentException("two routes named " + route.id());
      }
      for (String ground : route.grounds()) {
        if (question == null || !question.knows(ground)) {
          throw new IllegalArgumentException("unknown ground in route " + route.id());
        }
      }
    }
  }

  /** Whether the pack says anything about that region of the country. */
  public boolean knowsRegion(String region) {
    return routes.stream()
        .flatMap(route -> route.processing().stream())
        .anyMatch(processing -> region.equals(processing.region()));
  }

  /** The routes that serve this document, in pack order. */
  public List<Route> routesFor(DocumentType document) {
    return routes.stream().filter(route -> route.document() == document).toList();
  }
}

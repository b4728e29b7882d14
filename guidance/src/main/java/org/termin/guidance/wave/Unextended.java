package org.termin.guidance.wave;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Route;

/**
 * What it means if a way is not extended that was known to be open until a day: how many of the
 * counted households have a document of its sort that ends after that day.
 *
 * @param households not one of them is known to want that way; all of them may need it
 * @param others the ways that stay open for the same document, none of them for lost ones only
 */
public record Unextended(Route route, LocalDate knownUntil, double households, List<Route> others) {

  public Unextended {
    others = List.copyOf(others);
  }

  /** One for each way of which an end is known, in the pack's order. */
  public static List<Unextended> of(Collection<Ending> endings, Pack pack) {
    return pack.routes().stream()
        .filter(route -> route.claim().validUntil() != null && !route.onlyWhenLost())
        .map(route -> of(route, endings, pack))
        .toList();
  }

  private static Unextended of(Route route, Collection<Ending> endings, Pack pack) {
    LocalDate end = Objects.requireNonNull(route.claim().validUntil());
    double households =
        endings.stream()
            .filter(ending -> ending.document() == route.document())
            .mapToDouble(
                ending -> ending.days().filter(day -> day.isAfter(end)).count() * ending.share())
            .sum();
    List<Route> others =
        pack.routesFor(route.document()).stream()
            .filter(other -> !other.onlyWhenLost() && other.claim().validUntil() == null)
            .toList();
    return new Unextended(route, end, households, others);
  }
}

package org.termin.guidance.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentType;

/**
 * One way to keep a slot alive: permit → its renewal, passport → the host country's substitute,
 * travel document → its successor.
 *
 * @param id stable, used by texts as the key of the steps
 * @param document the slot this route serves
 * @param grounds the grounds it is open to; empty: all
 * @param claim source and life of the route itself: past its {@code validUntil} it may be closed
 * @param asSoonAsItOpens the advice is to file on the first possible day
 * @param onlyWhenLost the route serves lost documents only
 */
public record Route(
    String id,
    DocumentType document,
    Set<String> grounds,
    Claim claim,
    Window window,
    boolean asSoonAsItOpens,
    boolean onlyWhenLost,
    List<Rule> rules,
    List<Lead> leads,
    List<Processing> processing,
    List<WayOut> waysOut,
    @Nullable StayWhilePending stayWhilePending) {

  public Route {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a route needs an id");
    }
    grounds = Set.copyOf(grounds);
    rules = List.copyOf(rules);
    leads = List.copyOf(leads);
    processing = List.copyOf(processing);
    waysOut = List.copyOf(waysOut);
  }

  /** Whether somebody on this ground may use it. */
  public boolean isOpenTo(String ground) {
    return grounds.isEmpty() || grounds.contains(ground);
  }

  /** The longest lead, if the pack has one. */
  public @Nullable Lead longestLead() {
    return leads.stream()
        .max(Comparator.comparingInt(Lead::days).thenComparing(Lead::claim))
        .orElse(null);
  }

  /** The rules of one kind, in pack order. */
  public <R extends Rule> List<R> rules(Class<R> kind) {
    return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

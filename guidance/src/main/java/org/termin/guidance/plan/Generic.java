package org.termin.guidance.plan;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Confidence;
import org.termin.guidance.rule.Lead;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Window;

/**
 * Our own caution where no pack speaks: nothing is known but the printed day and a lead of ours.
 */
final class Generic {

  /** Stands where otherwise the id of a rule or route stands. */
  static final String ID = "generic";

  private static final Claim OURS =
      new Claim(
          ID,
          List.of(URI.create("urn:termin:our-own-caution")),
          LocalDate.of(2026, 11, 21),
          Confidence.LOW,
          false,
          LocalDate.of(9999, 12, 31),
          null);

  private Generic() {}

  static Lead lead(DocumentType type) {
    return switch (type) {
      case PASSPORT -> new Lead(OURS, 365);
      case RESIDENCE_PERMIT, TRAVEL_DOCUMENT -> new Lead(OURS, 120);
    };
  }

  /** The longest lead of any step of a country, in days; ours where its pack has none at all. */
  static int longestLead(Pack pack) {
    return pack.routes().stream()
        .flatMap(route -> route.leads().stream())
        .mapToInt(Lead::days)
        .max()
        .orElse(lead(DocumentType.PASSPORT).days());
  }

  static Route route(DocumentType type) {
    return new Route(
        ID,
        type,
        Set.of(),
        OURS,
        Window.notKnown(),
        false,
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  static Pack pack(Country country) {
    return new Pack(country, OURS.checked(), null, List.of(), List.of(), List.of());
  }
}

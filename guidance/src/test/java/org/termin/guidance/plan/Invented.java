package org.termin.guidance.plan;

import static org.termin.guidance.plan.Made.*;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.plan.Made.RouteMaker;
import org.termin.guidance.rule.Certainty;
import org.termin.guidance.rule.Closing;
import org.termin.guidance.rule.Grace;
import org.termin.guidance.rule.Opening;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Rule;
import org.termin.guidance.rule.Substitution;
import org.termin.guidance.rule.Substitution.Edge;
import org.termin.guidance.rule.Window;

/** Random but sensible countries and households. */
final class Invented {

  /** One country, one person, one day. */
  record Case(Pack pack, List<HeldDocument> documents, LocalDate today) {

    Case with(List<HeldDocument> changed) {
      return new Case(pack, changed, today);
    }

    Case with(Pack changed) {
      return new Case(changed, documents, today);
    }

    Plan plan() {
      return Planner.plan(new Situation(PL, null, null, documents), guidance(pack), today);
    }

    /** The last day of the person's only document of a type, if one is held. */
    @Nullable LocalDate end(DocumentType type) {
      return documents.stream()
          .filter(held -> held.type() == type)
          .map(HeldDocument::lastValidDay)
          .findFirst()
          .orElse(null);
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("on " + today);
      documents.forEach(
          held ->
              text.append(
                  " %s until %s %s".formatted(held.type(), held.lastValidDay(), held.state())));
      pack.routes().forEach(route -> text.append("\n  ").append(route));
      pack.substitutions().forEach(route -> text.append("\n  ").append(route));
      return text.toString();
    }
  }

  private Invented() {}

  static Arbitrary<Case> cases() {
    return Combinators.combine(packs(), documents(), days(0, 1500))
        .as((pack, documents, today) -> new Case(pack, documents, today));
  }

  static Arbitrary<LocalDate> days(int from, int to) {
    return Arbitraries.integers()
        .between(from, to)
        .map(offset -> LocalDate.of(2026, 1, 1).plusDays(offset));
  }

  private static Arbitrary<List<HeldDocument>> documents() {
    Arbitrary<LocalDate> ends = days(200, 1900);
    return Combinators.combine(
            ends, ends, ends, Arbitraries.integers().between(1, 7), states(), states())
        .as(
            (passport, permit, travel, which, first, second) -> {
              List<HeldDocument> held = new ArrayList<>();
              if ((which & 1) != 0) {
                held.add(document(1, DocumentType.PASSPORT, passport.toString(), first));
              }
              if ((which & 2) != 0) {
                held.add(document(2, DocumentType.RESIDENCE_PERMIT, permit.toString(), second));
              }
              if ((which & 4) != 0) {
                held.add(
                    document(
                        3, DocumentType.TRAVEL_DOCUMENT, travel.toString(), DocumentState.HELD));
              }
              return List.copyOf(held);
            });
  }

  private static Arbitrary<DocumentState> states() {
    Arbitrary<LocalDate> days = days(0, 1500);
    return Arbitraries.frequencyOf(
        Tuple.of(12, Arbitraries.just(DocumentState.HELD)),
        Tuple.of(2, days.map(DocumentState.Filed::new)),
        Tuple.of(1, days.map(DocumentState.Lost::new)),
        Tuple.of(1, Arbitraries.just(DocumentState.RENEWED)));
  }

  private static Arbitrary<Pack> packs() {
    return Combinators.combine(permitRoutes(), passportRoutes(), travelRoutes(), substitutions())
        .as(
            (permit, passport, travel, substitutions) ->
                new Pack(
                    PL, TODAY, null, List.of(permit, passport, travel), substitutions, List.of()));
  }

  private static Arbitrary<List<Substitution>> substitutions() {
    return Arbitraries.of(
        List.of(),
        List.of(
            new Substitution(
                claim("SUB"),
                DocumentType.TRAVEL_DOCUMENT,
                DocumentType.PASSPORT,
                Set.of(Edge.VALID_AT_FILING, Edge.CAP))));
  }

  private static Arbitrary<Route> permitRoutes() {
    Arbitrary<Integer> bits = Arbitraries.integers().between(0, 31);
    return Combinators.combine(
            windows(), bits, certainty(), periods(0, 120), leads(), Arbitraries.of(true, false))
        .as(
            (window, which, certainty, period, lead, asItOpens) -> {
              RouteMaker route =
                  route(DocumentType.RESIDENCE_PERMIT, "PERMIT")
                      .window(window.opening(), window.closing(), window.grace());
              if ((which & 1) != 0) {
                route.rule(
                    new Rule.RequiresValidAtFiling(
                        claim("NEEDS"), DocumentType.PASSPORT, certainty));
              }
              if ((which & 2) != 0) {
                route.rule(
                    new Rule.RequiresValidFor(
                        claim("NEEDS-FOR"), DocumentType.PASSPORT, period, certainty));
              }
              if ((which & 4) != 0) {
                route.rule(new Rule.CappedBy(claim("CAP"), DocumentType.PASSPORT, period));
              }
              if ((which & 24) == 24) {
                route.rule(new Rule.AcceptsExpired(claim("ACCEPTS"), DocumentType.PASSPORT));
              }
              if (asItOpens) {
                route.asSoonAsItOpens();
              }
              return lead == 0 ? route.build() : route.lead(lead).build();
            });
  }

  private static Arbitrary<Route> passportRoutes() {
    return Combinators.combine(
            windows(), Arbitraries.integers().between(0, 15), certainty(), leads(), days(0, 1900))
        .as(
            (window, which, certainty, lead, until) -> {
              RouteMaker route =
                  route(DocumentType.PASSPORT, "PASSPORT")
                      .window(window.opening(), window.closing(), window.grace())
                      .processing(90);
              if ((which & 1) != 0) {
                route.rule(
                    new Rule.FiledOnlyAfterInvalid(
                        claim("AFTER"), DocumentType.PASSPORT, certainty));
              }
              if ((which & 2) != 0) {
                route.rule(
                    new Rule.RequiresHeld(claim("HELD"), DocumentType.RESIDENCE_PERMIT, certainty));
              }
              if ((which & 12) == 12) {
                route.validUntil(until.toString());
              }
              return lead == 0 ? route.build() : route.lead(lead).build();
            });
  }

  private static Arbitrary<Route> travelRoutes() {
    return Combinators.combine(windows(), leads())
        .as(
            (window, lead) ->
                route(DocumentType.TRAVEL_DOCUMENT, "TRAVEL")
                    .window(window.opening(), window.closing(), window.grace())
                    .rule(
                        new Rule.RequiresValidAtFiling(
                            claim("TD-PERMIT"), DocumentType.RESIDENCE_PERMIT, Certainty.KNOWN))
                    .lead(lead)
                    .build());
  }

  private static Arbitrary<Certainty> certainty() {
    return Arbitraries.of(Certainty.KNOWN, Certainty.KNOWN, Certainty.CONTESTED, Certainty.UNKNOWN);
  }

  private static Arbitrary<Integer> leads() {
    return Arbitraries.of(0, 0, 30, 60, 90, 120, 180, 365);
  }

  private static Arbitrary<Period> periods(int from, int to) {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(from, to).map(Period::ofDays),
        Arbitraries.integers().between(from / 28, to / 28).map(Period::ofMonths));
  }

  private static Arbitrary<Window> windows() {
    Arbitrary<Opening> openings =
        Arbitraries.oneOf(
            Arbitraries.just((Opening) new Opening.NoLimit()),
            Arbitraries.just(new Opening.NotKnown()),
            periods(40, 400)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(list -> new Opening.Before(claim("OPENS"), list)));
    Arbitrary<Closing> closings =
        Arbitraries.oneOf(
            Arbitraries.just((Closing) new Closing.NotKnown()),
            Arbitraries.just(new Closing.Before(claim("CLOSES"), List.of(Period.ZERO))),
            periods(0, 27)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(list -> new Closing.Before(claim("CLOSES"), list)));
    Arbitrary<Grace> graces =
        periods(1, 120).map(period -> new Grace(claim("GRACE"), List.of(period))).injectNull(0.6);
    return Combinators.combine(openings, closings, graces)
        .as((opening, closing, grace) -> new Window(opening, closing, grace));
  }
}

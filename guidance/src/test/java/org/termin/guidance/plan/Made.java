package org.termin.guidance.plan;

import java.net.URI;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.rule.Certainty;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Closing;
import org.termin.guidance.rule.Confidence;
import org.termin.guidance.rule.Grace;
import org.termin.guidance.rule.Lead;
import org.termin.guidance.rule.Opening;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Processing;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Rule;
import org.termin.guidance.rule.Stay;
import org.termin.guidance.rule.StayWhilePending;
import org.termin.guidance.rule.Substitution;
import org.termin.guidance.rule.Unblock;
import org.termin.guidance.rule.WayOut;
import org.termin.guidance.rule.Window;

/** Invented packs and situations, short enough to read in a table. */
final class Made {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  static final Country PL = new Country("PL");
  static final Country ES = new Country("ES");
  static final Country GE = new Country("GE");

  private Made() {}

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  static Claim claim(String id) {
    return claim(id, null);
  }

  static Claim claim(String id, @Nullable LocalDate validUntil) {
    return new Claim(
        id,
        List.of(URI.create("https://example.org/" + id)),
        LocalDate.of(2026, 11, 1),
        Confidence.HIGH,
        false,
        null,
        validUntil);
  }

  static Situation situation(Country country, HeldDocument... documents) {
    return new Situation(country, null, null, List.of(documents));
  }

  static HeldDocument passport(String end) {
    return document(1, DocumentType.PASSPORT, end, DocumentState.HELD);
  }

  static HeldDocument permit(String end) {
    return document(2, DocumentType.RESIDENCE_PERMIT, end, DocumentState.HELD);
  }

  static HeldDocument travel(String end) {
    return document(3, DocumentType.TRAVEL_DOCUMENT, end, DocumentState.HELD);
  }

  static HeldDocument document(
      int number, DocumentType type, @Nullable String end, DocumentState state) {
    return new HeldDocument(number, 1, 1, type, end == null ? null : day(end), state);
  }

  static Guidance guidance(Pack... packs) {
    Map<Country, Pack> map = new HashMap<>();
    Arrays.stream(packs).forEach(pack -> map.put(pack.country(), pack));
    return new Guidance(1, map);
  }

  static Pack pack(Country country, Route... routes) {
    return new Pack(country, TODAY, null, List.of(routes), List.of(), List.of());
  }

  /** Poland in short: any time until the last day, a valid passport; the booklet's successor. */
  static Pack poland() {
    return new Pack(
        PL,
        TODAY,
        null,
        List.of(
            route(DocumentType.RESIDENCE_PERMIT, "PL-PERMIT")
                .window(new Opening.NotKnown(), closes("PL-LAST-DAY", "P0D"), null)
                .rule(
                    new Rule.RequiresValidAtFiling(
                        claim("PL-RP-PASSPORT"), DocumentType.PASSPORT, Certainty.KNOWN))
                .lead(120)
                .wayOut(Unblock.TRAVEL_DOCUMENT_FIRST, DocumentType.PASSPORT)
                .wayOut(Unblock.EXCEPTION_TO_ARGUE, DocumentType.PASSPORT)
                .stay(Stay.YES)
                .build(),
            route(DocumentType.PASSPORT, "PL-PDP")
                .rule(afterInvalid())
                .rule(
                    new Rule.RequiresHeld(
                        claim("PL-PDP-PERMIT"), DocumentType.RESIDENCE_PERMIT, Certainty.KNOWN))
                .lead(180)
                .processing(90)
                .wayOut(Unblock.RENEW_PERMIT_FIRST, DocumentType.RESIDENCE_PERMIT)
                .build()),
        List.of(
            new Substitution(
                claim("PL-PDP-AS-PASSPORT"),
                DocumentType.TRAVEL_DOCUMENT,
                DocumentType.PASSPORT,
                Set.of(Substitution.Edge.VALID_AT_FILING, Substitution.Edge.TRAVEL))),
        List.of());
  }

  /** Spain in short: from 60 days before to 90 days after, an expired passport is accepted. */
  static Pack spain() {
    return pack(
        ES,
        route(DocumentType.RESIDENCE_PERMIT, "ES-RENEWAL")
            .window(opens("ES-OPENS", "P60D"), closes("ES-CLOSES", "P0D"), grace("P90D"))
            .rule(new Rule.AcceptsExpired(claim("ES-EXPIRED"), DocumentType.PASSPORT))
            .lead(60)
            .stay(Stay.YES)
            .build());
  }

  static Rule.FiledOnlyAfterInvalid afterInvalid() {
    return new Rule.FiledOnlyAfterInvalid(
        claim("PL-PDP-AFTER"), DocumentType.PASSPORT, Certainty.KNOWN);
  }

  static Opening opens(String id, String... periods) {
    return new Opening.Before(claim(id), Arrays.stream(periods).map(Period::parse).toList());
  }

  static Closing closes(String id, String... periods) {
    return new Closing.Before(claim(id), Arrays.stream(periods).map(Period::parse).toList());
  }

  static Grace grace(String... periods) {
    return new Grace(claim("GRACE"), Arrays.stream(periods).map(Period::parse).toList());
  }

  static RouteMaker route(DocumentType document, String id) {
    return new RouteMaker(document, id);
  }

  /** Builds a route a line at a time. */
  static final class RouteMaker {
    private final DocumentType document;
    private final String id;
    private Claim claim;
    private Window window = Window.notKnown();
    private Set<String> grounds = Set.of();
    private boolean asSoonAsItOpens;
    private boolean onlyWhenLost;
    private @Nullable StayWhilePending stay;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Lead> leads = new ArrayList<>();
    private final List<Processing> processing = new ArrayList<>();
    private final List<WayOut> waysOut = new ArrayList<>();

    RouteMaker(DocumentType document, String id) {
      this.document = document;
      this.id = id;
      this.claim = claim(id + "-ROUTE");
    }

    RouteMaker validUntil(String day) {
      claim = claim(id + "-ROUTE", day(day));
      return this;
    }

    RouteMaker window(Opening opening, Closing closing, @Nullable Grace grace) {
      window = new Window(opening, closing, grace);
      return this;
    }

    RouteMaker grounds(String... answers) {
      grounds = Set.of(answers);
      return this;
    }

    RouteMaker asSoonAsItOpens() {
      asSoonAsItOpens = true;
      return this;
    }

    RouteMaker onlyWhenLost() {
      onlyWhenLost = true;
      return this;
    }

    RouteMaker rule(Rule rule) {
      rules.add(rule);
      return this;
    }

    RouteMaker lead(int days) {
      leads.add(new Lead(claim(id + "-LEAD-" + days), days));
      return this;
    }

    RouteMaker processing(int days) {
      processing.add(
          new Processing(
              claim(id + "-TAKES-" + days),
              days,
              Processing.Kind.REPORTED,
              LocalDate.of(2026, 1, 1),
              null));
      return this;
    }

    RouteMaker wayOut(Unblock unblock, DocumentType blockedBy) {
      waysOut.add(new WayOut(unblock, blockedBy, null));
      return this;
    }

    RouteMaker stay(Stay known) {
      stay = new StayWhilePending(claim(id + "-STAY"), known);
      return this;
    }

    Route build() {
      return new Route(
          id,
          document,
          grounds,
          claim,
          window,
          asSoonAsItOpens,
          onlyWhenLost,
          rules,
          leads,
          processing,
          waysOut,
          stay);
    }
  }
}

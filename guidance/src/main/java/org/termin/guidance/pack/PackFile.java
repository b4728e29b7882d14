package org.termin.guidance.pack;

import java.net.URI;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.rule.Certainty;
import org.termin.guidance.rule.Confidence;
import org.termin.guidance.rule.Processing;
import org.termin.guidance.rule.Stay;
import org.termin.guidance.rule.Substitution;
import org.termin.guidance.rule.Unblock;

/** A pack as it stands in its file: facts by id, everything else points at them. */
record PackFile(
    String country,
    LocalDate asOf,
    Map<String, Fact> facts,
    @Nullable Question question,
    List<RouteLines> routes,
    List<SubstitutionLine> substitutions,
    List<SupersessionLine> supersessions,
    PackTexts texts) {

  /** The same pack, which may also cite what holds in every host country. */
  PackFile with(Origin origin) {
    Map<String, Fact> all = new HashMap<>(facts);
    origin
        .facts()
        .forEach(
            (id, fact) -> {
              if (all.put(id, fact) != null) {
                throw new IllegalStateException(
                    "pack " + country + " repeats the origin's fact " + id);
              }
            });
    return new PackFile(country, asOf, all, question, routes, substitutions, supersessions, texts);
  }

  /** What holds in every host country, because the state of origin made it so. */
  record Origin(String country, LocalDate asOf, Map<String, Fact> facts) {
    static Origin load() {
      return PackReader.read("packs/origin.yaml", Origin.class);
    }
  }

  /** One claim about the country, in our own words, with where it was read. */
  record Fact(
      String says,
      List<Source> sources,
      LocalDate checked,
      Confidence confidence,
      @Nullable String recheckBecause,
      @Nullable LocalDate verifyBy,
      @Nullable LocalDate validUntil) {}

  /** Where a claim was read; {@code dated} is the source's own date, as far as it shows one. */
  record Source(URI url, String dated) {}

  record Question(LocalText text, List<Answer> answers) {}

  record Answer(String id, LocalText text) {}

  record RouteLines(
      String id,
      DocumentType document,
      String fact,
      List<String> grounds,
      Limit opens,
      Limit closes,
      @Nullable Limit grace,
      boolean asSoonAsItOpens,
      boolean onlyWhenLost,
      List<RuleLine> rules,
      List<LeadLine> leads,
      List<ProcessingLine> processing,
      List<WayOutLine> waysOut,
      @Nullable StayLine stayWhilePending) {}

  /** A limit of the filing window; several figures must all hold. */
  record Limit(When when, @Nullable String fact, List<Period> by) {}

  enum When {
    NOT_KNOWN,
    ANY_TIME,
    BEFORE_LAST_DAY,
    AFTER_LAST_DAY
  }

  record RuleLine(
      Kind kind,
      DocumentType document,
      String fact,
      @Nullable Period period,
      @Nullable Certainty certainty) {}

  enum Kind {
    REQUIRES_VALID_AT_FILING,
    REQUIRES_VALID_FOR,
    ACCEPTS_EXPIRED,
    REQUIRES_HELD,
    CAPPED_BY,
    OUTLIVES,
    ENDS_WITH,
    FILED_ONLY_AFTER_INVALID,
    ISSUED_ONLY_AFTER_INVALID
  }

  record LeadLine(String fact, int days) {}

  record ProcessingLine(
      String fact, int days, Processing.Kind kind, LocalDate asOf, @Nullable String region) {}

  record WayOutLine(Unblock way, @Nullable DocumentType blockedBy, @Nullable String fact) {}

  record StayLine(String fact, Stay stay) {}

  record SubstitutionLine(
      String fact, DocumentType substitute, DocumentType instead, List<Substitution.Edge> edges) {}

  record SupersessionLine(String fact, DocumentType by, DocumentType closes) {}
}

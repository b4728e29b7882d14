package org.termin.guidance.pack;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Country;
import org.termin.guidance.rule.Certainty;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Closing;
import org.termin.guidance.rule.Grace;
import org.termin.guidance.rule.GroundQuestion;
import org.termin.guidance.rule.Lead;
import org.termin.guidance.rule.Opening;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Processing;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Rule;
import org.termin.guidance.rule.StayWhilePending;
import org.termin.guidance.rule.Substitution;
import org.termin.guidance.rule.Supersession;
import org.termin.guidance.rule.WayOut;
import org.termin.guidance.rule.Window;

/** Turns a pack's file into the rules the planner uses; every rule carries the fact it cites. */
final class Rules {
  private final PackFile file;

  Rules(PackFile file) {
    this.file = file;
  }

  Pack pack() {
    PackFile.Question question = file.question();
    return new Pack(
        new Country(file.country()),
        file.asOf(),
        question == null ? null : question(question),
        file.routes().stream().map(this::route).toList(),
        file.substitutions().stream().map(this::substitution).toList(),
        file.supersessions().stream()
            .map(line -> new Supersession(claim(line.fact()), line.by(), line.closes()))
            .toList());
  }

  Map<String, CountryPack.Fact> facts() {
    Map<String, CountryPack.Fact> facts = new HashMap<>();
    file.facts()
        .forEach(
            (id, fact) ->
                facts.put(
                    id,
                    new CountryPack.Fact(
                        fact.says(),
                        claim(id),
                        each(fact.sources(), source -> origin(source, fact.checked())))));
    return facts;
  }

  private static CountryPack.Origin origin(PackFile.Source source, LocalDate checked) {
    String dated = source.dated().equals("undated") ? null : source.dated();
    return new CountryPack.Origin(source.url(), dated, checked);
  }

  private static GroundQuestion question(PackFile.Question question) {
    return new GroundQuestion(
        question.text().in(),
        question.answers().stream()
            .map(answer -> new GroundQuestion.Ground(answer.id(), answer.text().in()))
            .toList());
  }

  private Route route(PackFile.RouteLines line) {
    PackFile.Limit grace = line.grace();
    PackFile.StayLine stay = line.stayWhilePending();
    return new Route(
        line.id(),
        line.document(),
        Set.copyOf(line.grounds()),
        claim(line.fact()),
        new Window(
            opening(line.opens()),
            closing(line.closes()),
            grace == null ? null : new Grace(claim(grace.fact()), grace.by())),
        line.asSoonAsItOpens(),
        line.onlyWhenLost(),
        each(line.rules(), this::rule),
        each(line.leads(), lead -> new Lead(claim(lead.fact()), lead.days())),
        each(line.processing(), this::processing),
        each(line.waysOut(), this::wayOut),
        stay == null ? null : new StayWhilePending(claim(stay.fact()), stay.stay()));
  }

  private static <F, T> List<T> each(List<F> lines, Function<F, T> read) {
    return lines.stream().map(read).toList();
  }

  private Opening opening(PackFile.Limit limit) {
    return switch (limit.when()) {
      case NOT_KNOWN -> new Opening.NotKnown();
      case ANY_TIME -> new Opening.NoLimit();
      case BEFORE_LAST_DAY -> new Opening.Before(claim(limit.fact()), limit.by());
      case AFTER_LAST_DAY -> throw wrong("an opening after the last day is a rule of its own");
    };
  }

  private Closing closing(PackFile.Limit limit) {
    return switch (limit.when()) {
      case NOT_KNOWN -> new Closing.NotKnown();
      case BEFORE_LAST_DAY -> new Closing.Before(claim(limit.fact()), limit.by());
      case ANY_TIME, AFTER_LAST_DAY -> throw wrong("a closing after the last day is a grace");
    };
  }

  private Rule rule(PackFile.RuleLine line) {
    Claim claim = claim(line.fact());
    Certainty certainty = line.certainty() == null ? Certainty.KNOWN : line.certainty();
    return switch (line.kind()) {
      case REQUIRES_VALID_AT_FILING ->
          new Rule.RequiresValidAtFiling(claim, line.document(), certainty);
      case REQUIRES_VALID_FOR ->
          new Rule.RequiresValidFor(claim, line.document(), needed(line.period()), certainty);
      case ACCEPTS_EXPIRED -> new Rule.AcceptsExpired(claim, line.document());
      case REQUIRES_HELD -> new Rule.RequiresHeld(claim, line.document(), certainty);
      case CAPPED_BY -> new Rule.CappedBy(claim, line.document(), needed(line.period()));
      case OUTLIVES -> new Rule.Outlives(claim, line.document(), needed(line.period()));
      case ENDS_WITH -> new Rule.EndsWith(claim, line.document());
      case FILED_ONLY_AFTER_INVALID ->
          new Rule.FiledOnlyAfterInvalid(claim, line.document(), certainty);
      case ISSUED_ONLY_AFTER_INVALID -> new Rule.IssuedOnlyAfterInvalid(claim, line.document());
    };
  }

  private Processing processing(PackFile.ProcessingLine line) {
    return new Processing(claim(line.fact()), line.days(), line.kind(), line.asOf(), line.region());
  }

  private WayOut wayOut(PackFile.WayOutLine line) {
    return new WayOut(
        line.way(), line.blockedBy(), line.fact() == null ? null : claim(line.fact()));
  }

  private Substitution substitution(PackFile.SubstitutionLine line) {
    return new Substitution(
        claim(line.fact()), line.substitute(), line.instead(), Set.copyOf(line.edges()));
  }

  private Claim claim(@Nullable String id) {
    PackFile.Fact fact = id == null ? null : file.facts().get(id);
    if (id == null || fact == null) {
      throw wrong("a rule cites no fact of this pack: " + id);
    }
    List<URI> sources = fact.sources().stream().map(PackFile.Source::url).toList();
    return new Claim(
        id,
        sources,
        fact.checked(),
        fact.confidence(),
        fact.recheckBecause() != null,
        fact.verifyBy(),
        fact.validUntil());
  }

  private <T> T needed(@Nullable T value) {
    if (value == null) {
      throw wrong("a rule needs a period");
    }
    return value;
  }

  private IllegalStateException wrong(String what) {
    return new IllegalStateException("pack " + file.country() + ": " + what);
  }
}

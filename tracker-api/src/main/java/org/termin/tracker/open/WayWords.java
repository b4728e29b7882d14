package org.termin.tracker.open;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Language;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.pack.PackTexts;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Closing;
import org.termin.guidance.rule.Grace;
import org.termin.guidance.rule.GroundQuestion;
import org.termin.guidance.rule.Opening;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.WayOut;
import org.termin.tracker.web.Say;

/** One way of a country in words, with where they were read. */
record WayWords(CountryPack pack, Language language, RuleWords words) {

  CountryPage.Way way(Route route) {
    PackTexts.RouteTexts texts = pack.texts().routes().get(route.id());
    List<PackTexts.Step> steps = texts == null ? List.of() : texts.steps();
    List<PackTexts.Step> unknown = texts == null ? List.of() : texts.unknown();
    boolean files = texts == null || !texts.filesNothing();
    Set<Claim> claims = claims(route);
    claims.addAll(claims(steps));
    claims.addAll(claims(unknown));
    List<String> window = new ArrayList<>(files ? words.window(route) : List.of());
    window.addAll(words.processing(route));
    List<String> needs = new ArrayList<>(words.needs(route));
    Stream.ofNullable(words.stay(route)).forEach(needs::add);
    return new CountryPage.Way(
        answers(route),
        notice(route),
        window,
        needs,
        lines(steps),
        waysOut(route),
        open(lines(unknown), claims),
        texts == null ? null : page(texts.page()),
        Links.sources(claims, say()));
  }

  private Say say() {
    return words.say();
  }

  private List<String> answers(Route route) {
    GroundQuestion question = pack.rules().question();
    return question == null
        ? List.of()
        : question.answers().stream()
            .filter(answer -> route.grounds().contains(answer.id()))
            .map(answer -> answer.text().getOrDefault(language, answer.id()))
            .toList();
  }

  private List<String> notice(Route route) {
    List<String> lines = new ArrayList<>();
    if (route.onlyWhenLost()) {
      lines.add(say().text("guide.lost"));
    }
    LocalDate end = route.claim().validUntil();
    if (end != null && !route.claim().holdsOn(words.today())) {
      lines.add(say().text("guide.way.ended", say().date(end)));
    }
    return lines;
  }

  /** What rests on something that has ended since is told nobody any more. */
  private List<String> lines(List<PackTexts.Step> steps) {
    return steps.stream()
        .filter(
            step ->
                claims(List.of(step)).stream()
                    .noneMatch(claim -> claim.hasEndedSinceOn(words.today())))
        .map(this::line)
        .toList();
  }

  private String line(PackTexts.Step step) {
    String text = step.text().in(language);
    return step.document() == null ? text : say().text("document." + step.document()) + ": " + text;
  }

  /** What the sources leave open, and that something known has come to its end. */
  private List<String> open(List<String> unknown, Collection<Claim> claims) {
    List<String> lines = new ArrayList<>(unknown);
    claims.stream()
        .filter(claim -> claim.hasEndedSinceOn(words.today()))
        .flatMap(claim -> Stream.ofNullable(claim.validUntil()))
        .distinct()
        .forEach(end -> lines.add(say().text("guide.since", say().date(end))));
    return lines;
  }

  private List<String> waysOut(Route route) {
    return route.waysOut().stream()
        .map(
            (WayOut way) -> {
              String out = say().text("unblock." + way.unblock());
              return way.blockedBy() == null
                  ? out
                  : say().text("document." + way.blockedBy()) + ": " + out;
            })
        .distinct()
        .toList();
  }

  private Links.@Nullable Link page(PackTexts.@Nullable OfficialPage page) {
    return page == null || !Links.mayLead(page.url())
        ? null
        : new Links.Link(page.url().toString(), page.name(), say().date(page.asOf()));
  }

  private Set<Claim> claims(List<PackTexts.Step> steps) {
    Set<Claim> claims = new LinkedHashSet<>();
    for (PackTexts.Step step : steps) {
      for (String id : step.facts()) {
        CountryPack.Fact fact = pack.facts().get(id);
        if (fact != null) {
          claims.add(fact.claim());
        }
      }
    }
    return claims;
  }

  private static Set<Claim> claims(Route route) {
    Set<Claim> claims = new LinkedHashSet<>();
    claims.add(route.claim());
    if (route.window().opening() instanceof Opening.Before opens) {
      claims.add(opens.claim());
    }
    if (route.window().closing() instanceof Closing.Before closes) {
      claims.add(closes.claim());
    }
    Grace grace = route.window().grace();
    if (grace != null) {
      claims.add(grace.claim());
    }
    route.rules().forEach(rule -> claims.add(rule.claim()));
    route.leads().forEach(lead -> claims.add(lead.claim()));
    route.processing().forEach(one -> claims.add(one.claim()));
    if (route.stayWhilePending() != null) {
      claims.add(route.stayWhilePending().claim());
    }
    return claims;
  }
}

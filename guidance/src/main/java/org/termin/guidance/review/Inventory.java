package org.termin.guidance.review;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.termin.contract.words.Country;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.pack.PackTexts;
import org.termin.guidance.rule.Certainty;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Closing;
import org.termin.guidance.rule.Opening;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Rule;
import org.termin.guidance.rule.Stay;

/**
 * What one pack consists of, and how old it is on one day.
 *
 * @param facts claims with a source, those of the origin not counted
 * @param sources different addresses behind them
 * @param rules everything the planner obeys: limits, edges, leads, times, substitutions
 * @param texts sentences, each counted once for all its languages
 * @param unknowns what the pack says it does not know: open questions, limits, contested edges
 * @param old facts past the day by which somebody had to look again
 * @param ending facts that are old or end within the time asked for
 */
public record Inventory(
    Country country,
    LocalDate asOf,
    int facts,
    int sources,
    int rules,
    int texts,
    int unknowns,
    List<Claim> old,
    List<Claim> ending) {

  private static final String ORIGIN = "BY-";

  public Inventory {
    old = List.copyOf(old);
    ending = List.copyOf(ending);
  }

  /** Counts a pack; {@code days} is how far ahead to look for what will soon be old. */
  public static Inventory of(CountryPack pack, LocalDate today, int days) {
    List<Claim> own =
        pack.facts().values().stream()
            .map(CountryPack.Fact::claim)
            .filter(claim -> !claim.id().startsWith(ORIGIN))
            .sorted(Comparator.comparing(Inventory::turns).thenComparing(Claim::id))
            .toList();
    LocalDate horizon = today.plusDays(days);
    return new Inventory(
        pack.rules().country(),
        pack.rules().asOf(),
        own.size(),
        (int) own.stream().flatMap(claim -> claim.sources().stream()).distinct().count(),
        rules(pack),
        texts(pack.texts()),
        unknowns(pack),
        own.stream().filter(claim -> turns(claim).isBefore(today)).toList(),
        own.stream()
            .filter(claim -> !turns(claim).isBefore(today) && !turns(claim).isAfter(horizon))
            .toList());
  }

  /** The last day on which the claim may be worded as it stands. */
  static LocalDate turns(Claim claim) {
    LocalDate until = claim.validUntil();
    LocalDate verify = claim.verifyBy();
    return until != null && until.isBefore(verify) ? until : verify;
  }

  private static int rules(CountryPack pack) {
    int routes = pack.rules().routes().stream().mapToInt(Inventory::rules).sum();
    return routes + pack.rules().substitutions().size() + pack.rules().supersessions().size();
  }

  private static int rules(Route route) {
    int limits =
        (route.window().opening() instanceof Opening.NotKnown ? 0 : 1)
            + (route.window().closing() instanceof Closing.NotKnown ? 0 : 1)
            + (route.window().grace() == null ? 0 : 1);
    int stay = route.stayWhilePending() == null ? 0 : 1;
    return limits + stay + route.rules().size() + route.leads().size() + route.processing().size();
  }

  private static int texts(PackTexts texts) {
    int help = texts.help() == null ? 0 : 2;
    return help
        + texts.routes().values().stream()
            .mapToInt(
                route ->
                    route.sms().size()
                        + route.actions().size()
                        + 1
                        + route.steps().size()
                        + route.unknown().size())
            .sum();
  }

  private static int unknowns(CountryPack pack) {
    int said = pack.texts().routes().values().stream().mapToInt(r -> r.unknown().size()).sum();
    return said + (int) pack.rules().routes().stream().flatMap(Inventory::unknowns).count();
  }

  private static Stream<Object> unknowns(Route route) {
    Stream<Object> limits =
        Stream.of(route.window().opening(), route.window().closing())
            .filter(limit -> limit instanceof Opening.NotKnown || limit instanceof Closing.NotKnown)
            .map(Object.class::cast);
    Stream<Object> edges = route.rules().stream().filter(Inventory::doubtful).map(r -> r);
    Stream<Object> stay =
        Stream.ofNullable(route.stayWhilePending())
            .filter(pending -> pending.stay() == Stay.NOT_KNOWN)
            .map(r -> r);
    return Stream.concat(Stream.concat(limits, edges), stay);
  }

  private static boolean doubtful(Rule rule) {
    return switch (rule) {
      case Rule.RequiresValidAtFiling r -> r.certainty() != Certainty.KNOWN;
      case Rule.RequiresValidFor r -> r.certainty() != Certainty.KNOWN;
      case Rule.RequiresHeld r -> r.certainty() != Certainty.KNOWN;
      case Rule.FiledOnlyAfterInvalid r -> r.certainty() != Certainty.KNOWN;
      case Rule.AcceptsExpired _,
          Rule.LimitsNext _,
          Rule.EndsWith _,
          Rule.IssuedOnlyAfterInvalid _ ->
          false;
    };
  }
}

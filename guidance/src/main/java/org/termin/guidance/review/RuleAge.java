package org.termin.guidance.review;

import java.time.LocalDate;
import java.util.List;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.rule.Claim;

/**
 * How old all packs are together on one day.
 *
 * @param current facts that may be worded as they stand
 * @param old facts past the day by which somebody had to look again: "as of …, check"
 * @param ended facts known to hold only until an earlier day: "not known; ask"
 */
public record RuleAge(int current, int old, int ended) {

  /** Counts the facts of all packs, each once. */
  public static RuleAge of(Packs packs, LocalDate today) {
    List<Claim> claims =
        packs.countries().values().stream()
            .flatMap(pack -> pack.facts().values().stream())
            .map(CountryPack.Fact::claim)
            .distinct()
            .toList();
    int ended = (int) claims.stream().filter(claim -> !claim.holdsOn(today)).count();
    int old = (int) claims.stream().filter(claim -> claim.isOldOn(today)).count();
    int current = (int) claims.stream().filter(c -> c.holdsOn(today) && !c.isOldOn(today)).count();
    return new RuleAge(current, old, ended);
  }
}

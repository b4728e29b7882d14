package org.termin.guidance.edition;

import java.time.LocalDate;
import java.util.Optional;
import org.termin.contract.words.Country;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.pack.Published;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.Planner;

/**
 * All packs of one number: what somebody is planned with.
 *
 * @param packs what they say
 * @param guidance the rules among it
 */
public record Edition(Packs packs, Guidance guidance) {

  /** The edition of these packs. */
  public static Edition of(Packs packs) {
    return new Edition(packs, Guidance.of(packs));
  }

  /** The edition that was published as this set; throws one sentence if nobody can read it. */
  public static Edition published(byte[] set) {
    return of(Packs.from(set));
  }

  /** Rises with every change, a change back too. */
  public int number() {
    return guidance.version();
  }

  /** The same as others may read it. */
  public Published published() {
    return new Published(packs);
  }

  /** What it says to do in this situation on this day. */
  public Plan plan(Situation situation, LocalDate today) {
    return Planner.plan(situation, guidance, today);
  }

  /** Whether the other one says the same about a country, to the same planner. */
  public boolean saysTheSameAs(Edition other, Country country) {
    Optional<CountryPack> mine = packs.of(country);
    Optional<CountryPack> theirs = other.packs.of(country);
    if (packs.planner() != other.packs.planner()) {
      return false;
    }
    return mine.isPresent() && theirs.isPresent()
        ? mine.get().saysTheSameAs(theirs.get())
        : mine.isEmpty() && theirs.isEmpty() && packs.generic().equals(other.packs.generic());
  }

  @Override
  public String toString() {
    return "Edition " + number();
  }
}

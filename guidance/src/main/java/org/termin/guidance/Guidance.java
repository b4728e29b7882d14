package org.termin.guidance;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.termin.contract.words.Country;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.rule.Pack;

/** All country packs of one version. A country without one gets the honest generic ladder. */
public record Guidance(int version, Map<Country, Pack> packs) {

  public Guidance {
    packs = Map.copyOf(packs);
  }

  /** All packs of the class path, checked; throws one sentence where one cannot be trusted. */
  public static Guidance load() {
    return of(Packs.load());
  }

  /** The rules of these packs. */
  public static Guidance of(Packs loaded) {
    Map<Country, Pack> rules = new HashMap<>();
    loaded.countries().forEach((country, pack) -> rules.put(country, pack.rules()));
    return new Guidance(loaded.version(), rules);
  }

  /** The pack of a country, if somebody has written one. */
  public Optional<Pack> pack(Country country) {
    return Optional.ofNullable(packs.get(country));
  }
}

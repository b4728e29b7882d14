package org.termin.tracker.http;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Country;
import org.termin.guidance.Guidance;
import org.termin.guidance.rule.Pack;

/** The countries a person can live in, by name in their language; those with a pack first. */
@Component
public class Countries {
  private static final Set<String> NOBODY_LIVES_THERE = Set.of("AQ", "BV", "HM", "TF", "BY");

  private final Guidance guidance;
  private final Map<Locale, List<Listed>> lists = new ConcurrentHashMap<>();

  Countries(Guidance guidance) {
    this.guidance = guidance;
  }

  /** One country with its name and, where somebody has written one, its pack. */
  public record Listed(Country country, String name, @Nullable Pack pack) {}

  /** All of them in reading order. */
  public List<Listed> all(Locale locale) {
    return lists.computeIfAbsent(locale, this::list);
  }

  /** A country's name. */
  public static String name(Country country, Locale locale) {
    return Locale.of("", country.code()).getDisplayCountry(locale);
  }

  private List<Listed> list(Locale locale) {
    List<Listed> all = new ArrayList<>();
    for (String code : Locale.getISOCountries()) {
      if (!NOBODY_LIVES_THERE.contains(code)) {
        Country country = new Country(code);
        all.add(new Listed(country, name(country, locale), guidance.pack(country).orElse(null)));
      }
    }
    all.sort(
        Comparator.comparing((Listed one) -> one.pack() == null)
            .thenComparing(Listed::name, Collator.getInstance(locale)));
    return List.copyOf(all);
  }
}

package org.termin.guidance.pack;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.termin.contract.words.Country;

/** All packs of the class path, checked: what cannot be trusted does not start. */
public record Packs(int version, Map<Country, CountryPack> countries, PackTexts generic) {

  private static final String FOLDER = "packs/";

  /** A pack without rules: what is said where there is none. */
  record Generic(PackTexts texts) {}

  public Packs {
    countries = Map.copyOf(countries);
  }

  /** Reads and checks all packs; throws one sentence that names the file and what is wrong. */
  public static Packs load() {
    Map<Country, CountryPack> packs = new HashMap<>();
    PackSchema schema = PackSchema.load();
    PackFile.Origin origin = PackReader.read(FOLDER + "origin.yaml", PackFile.Origin.class);
    for (String code : Locale.getISOCountries()) {
      String resource = FOLDER + code + ".yaml";
      if (PackReader.exists(resource)) {
        Country country = new Country(code);
        CountryPack pack = read(schema, origin, resource);
        if (!pack.rules().country().equals(country)) {
          throw new IllegalStateException(resource + " is about another country");
        }
        packs.put(country, pack);
      }
    }
    Generic generic = PackReader.read(FOLDER + "generic.yaml", Generic.class);
    PackCheck.check("generic", generic.texts());
    int version = Integer.parseInt(PackReader.text(FOLDER + "VERSION").strip());
    return new Packs(version, packs, generic.texts());
  }

  static CountryPack read(PackSchema schema, PackFile.Origin origin, String resource) {
    schema.check(resource);
    PackFile file = PackReader.read(resource, PackFile.class).with(origin);
    PackCheck.check(file);
    Rules rules = new Rules(file);
    return new CountryPack(rules.pack(), file.texts(), rules.origins());
  }

  /** The pack of a country, if somebody has written one. */
  public Optional<CountryPack> of(Country country) {
    return Optional.ofNullable(countries.get(country));
  }
}

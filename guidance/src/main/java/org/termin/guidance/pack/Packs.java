package org.termin.guidance.pack;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.termin.contract.words.Country;

/** All packs, checked: what cannot be trusted does not start. */
public record Packs(int version, Map<Country, CountryPack> countries, PackTexts generic) {

  private static final String FOLDER = "packs/";

  /** A pack without rules: what is said where there is none. */
  record Generic(PackTexts texts) {}

  public Packs {
    countries = Map.copyOf(countries);
  }

  /** Reads all packs of the class path; throws one sentence that names the file and the fault. */
  public static Packs load() {
    Map<Country, CountryPack> packs = new HashMap<>();
    PackSchema schema = PackSchema.load();
    PackFile.Origin origin = PackFile.Origin.load();
    for (String code : Locale.getISOCountries()) {
      String resource = FOLDER + code + ".yaml";
      if (PackReader.exists(resource)) {
        Country country = new Country(code);
        CountryPack pack = read(schema, origin, resource, PackReader.text(resource));
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

  /** One country's pack from an editor's text; throws one sentence that names all its faults. */
  public static CountryPack read(String name, String yaml) {
    return read(PackSchema.load(), PackFile.Origin.load(), name, yaml);
  }

  private static CountryPack read(
      PackSchema schema, PackFile.Origin origin, String name, String yaml) {
    schema.check(name, yaml);
    PackFile file = PackReader.parse(name, yaml, PackFile.class).with(origin);
    PackCheck.check(file);
    Rules rules = new Rules(file);
    try {
      return new CountryPack(rules.pack(), file.texts(), rules.facts());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(name + " is not a pack: " + e.getMessage(), e);
    }
  }

  /** The pack of a country, if somebody has written one. */
  public Optional<CountryPack> of(Country country) {
    return Optional.ofNullable(countries.get(country));
  }

  /** The same packs with this one in place of its country's. */
  public Packs with(CountryPack pack) {
    Map<Country, CountryPack> changed = new HashMap<>(countries);
    changed.put(pack.rules().country(), pack);
    return new Packs(version, changed, generic);
  }
}

package org.termin.guidance.pack;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.termin.contract.words.Country;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * All packs of one number, checked: what cannot be trusted does not start.
 *
 * @param planner the revision of the planner that they were released with
 */
public record Packs(
    int version, int planner, Map<Country, CountryPack> countries, PackTexts generic) {

  /**
   * Raised by whoever changes the planner so that the same packs give other days: then everybody is
   * planned anew, although no pack has changed.
   */
  public static final int PLANNER = 1;

  private static final String FOLDER = "packs/";

  /** A pack without rules: what is said where there is none. */
  record Generic(PackTexts texts) {}

  public Packs {
    if (version < 1) {
      throw new IllegalArgumentException("packs are numbered from 1");
    }
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
    return new Packs(Numbering.load().number(), PLANNER, packs, generic.texts());
  }

  /** One country's pack from an editor's text; throws one sentence that names all its faults. */
  public static CountryPack read(String name, String yaml) {
    return read(PackSchema.load(), PackFile.Origin.load(), name, yaml);
  }

  /**
   * The packs of a {@link Published} set, which were checked when they were published: not again,
   * because the words that may not be said change too. Throws one sentence if they are of a form
   * nobody reads any more.
   */
  public static Packs from(byte[] published) {
    try {
      return from(PackReader.parse("the published set", published));
    } catch (JacksonException e) {
      throw new IllegalStateException("the published set is of another form", e);
    }
  }

  private static Packs from(JsonNode set) {
    PackFile.Origin origin =
        PackReader.part("the origin", set.required("origin"), PackFile.Origin.class);
    Map<Country, CountryPack> packs = new HashMap<>();
    set.required("countries")
        .properties()
        .forEach(
            one ->
                packs.put(
                    new Country(one.getKey()), pack(origin, one.getKey(), one.getValue(), false)));
    Generic generic = PackReader.part("the generic texts", set.required("generic"), Generic.class);
    return new Packs(
        set.required("version").asInt(), set.path("planner").asInt(0), packs, generic.texts());
  }

  private static CountryPack read(
      PackSchema schema, PackFile.Origin origin, String name, String yaml) {
    JsonNode pack = PackReader.parse(name, yaml, JsonNode.class);
    schema.check(name, pack);
    return pack(origin, name, pack, true);
  }

  private static CountryPack pack(
      PackFile.Origin origin, String name, JsonNode node, boolean checked) {
    PackFile file = PackReader.part(name, node, PackFile.class).with(origin);
    if (checked) {
      PackCheck.check(file);
    }
    Rules rules = new Rules(file);
    try {
      return new CountryPack(rules.pack(), file.texts(), rules.facts(), node);
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
    return new Packs(version, planner, changed, generic);
  }

  /** The same packs under another number. */
  public Packs numbered(int number) {
    return new Packs(number, planner, countries, generic);
  }
}

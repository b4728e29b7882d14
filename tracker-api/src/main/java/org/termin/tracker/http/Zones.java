package org.termin.tracker.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.termin.contract.words.Country;

/** The time zones of a country, the usual one first. */
public final class Zones {
  private static final java.util.Properties TABLE = table();
  private static final int CLOSE_ENOUGH_SECONDS = 2 * 3600;
  private static final Instant ANY_WINTER = Instant.parse("2026-01-15T12:00:00Z");

  private Zones() {}

  /** All zones a person in this country can live in. */
  public static List<ZoneId> of(Country country) {
    String zones = TABLE.getProperty(country.code(), "");
    return zones.isEmpty()
        ? List.of(ZoneId.of("Etc/UTC"))
        : Arrays.stream(zones.split(",")).map(ZoneId::of).toList();
  }

  /** The zone that needs no asking: the only one, or one close enough to all others. */
  public static Optional<ZoneId> only(Country country) {
    List<ZoneId> zones = of(country);
    var offsets = zones.stream().mapToInt(Zones::winterOffset).summaryStatistics();
    return offsets.getMax() - offsets.getMin() <= CLOSE_ENOUGH_SECONDS
        ? Optional.of(zones.getFirst())
        : Optional.empty();
  }

  /** The day it is where most people of the country live. */
  public static LocalDate today(Country country, Instant now) {
    return LocalDate.ofInstant(now, of(country).getFirst());
  }

  private static int winterOffset(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    return rules.getOffset(ANY_WINTER).getTotalSeconds();
  }

  private static java.util.Properties table() {
    try {
      return PropertiesLoaderUtils.loadProperties(new ClassPathResource("zones.properties"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}

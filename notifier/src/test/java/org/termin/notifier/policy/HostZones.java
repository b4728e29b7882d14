package org.termin.notifier.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.termin.contract.words.Country;

/** Every place a person in a host country can live in, by country and time zone. */
record HostZones(Country country, ZoneId zone) {

  static List<HostZones> all() {
    Properties table = new Properties();
    try (var in = HostZones.class.getResourceAsStream("/zones-of-host-countries.properties")) {
      table.load(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.stringPropertyNames().stream()
        .sorted()
        .flatMap(
            country ->
                Arrays.stream(table.getProperty(country).split(","))
                    .map(zone -> new HostZones(new Country(country), ZoneId.of(zone))))
        .toList();
  }

  @Override
  public String toString() {
    return country.code() + " " + zone;
  }
}

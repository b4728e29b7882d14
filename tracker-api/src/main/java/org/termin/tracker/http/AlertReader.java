package org.termin.tracker.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Alert;
import org.termin.contract.words.Country;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;

/** Reads a wish to be told before waves: a country whose figures we release, and a size. */
final class AlertReader {
  private final Guidance guidance;
  private final Faults faults;

  AlertReader(Guidance guidance, Faults faults) {
    this.guidance = guidance;
    this.faults = faults;
  }

  /** The situation, or nothing if anything was wrong. */
  @Nullable Situation read(Bodies.Household written, Bodies.AlertIn alert) {
    refuse(written.people(), "/people");
    refuse(written.region(), "/region");
    refuse(written.ground(), "/ground");
    Country country = country(written.country());
    Integer size = alert.atLeast();
    if (size == null) {
      faults.add("/alert/atLeast", ProblemKind.MISSING_FIELD);
    } else if (!Alert.SIZES.contains(size)) {
      faults.add("/alert/atLeast", ProblemKind.UNKNOWN_WAVE_SIZE);
    }
    return faults.none() && country != null && size != null
        ? Situation.waiting(country, new Alert(size))
        : null;
  }

  /** The same where something stands already: what is left out stays. */
  @Nullable Situation change(
      Bodies.@Nullable Household written, Bodies.@Nullable AlertIn alert, Situation before) {
    Alert stands = before.alert();
    Bodies.AlertIn size =
        alert == null && stands != null ? new Bodies.AlertIn(stands.atLeast()) : alert;
    String country = written == null ? null : written.country();
    return read(
        new Bodies.Household(
            country == null ? before.country().code() : country,
            written == null ? null : written.region(),
            written == null ? null : written.ground(),
            written == null ? null : written.people()),
        size == null ? new Bodies.AlertIn(null) : size);
  }

  /** Who waits for waves says nothing of a household. */
  void refuse(@Nullable Object said, String at) {
    if (said != null) {
      faults.add(at, ProblemKind.UNKNOWN_FIELD);
    }
  }

  private @Nullable Country country(@Nullable String written) {
    if (written == null || written.isBlank()) {
      faults.add("/country", ProblemKind.MISSING_FIELD);
      return null;
    }
    Optional<Country> known = Country.of(written).filter(one -> guidance.pack(one).isPresent());
    if (known.isEmpty()) {
      faults.add("/country", ProblemKind.UNKNOWN_COUNTRY);
    }
    return known.orElse(null);
  }
}

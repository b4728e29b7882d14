package org.termin.tracker.http;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.words.Consents;
import org.termin.contract.words.Country;
import org.termin.contract.words.JoinCode;
import org.termin.contract.words.Language;
import org.termin.contract.words.Wording;

/** Reads the choices of a registration: wording, language, zone, consents, community. */
final class ChoiceReader {
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  /** A sheet on a wall shows a code in groups. */
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Faults faults;

  ChoiceReader(Faults faults) {
    this.faults = faults;
  }

  @Nullable Wording wording(@Nullable String written, String at) {
    if (missing(written, at)) {
      return null;
    }
    return switch (String.valueOf(written)) {
      case "clear" -> Wording.CLEAR;
      case "discreet" -> Wording.DISCREET;
      default -> {
        faults.add(at, ProblemKind.UNKNOWN_WORDING);
        yield null;
      }
    };
  }

  @Nullable Language language(@Nullable String written, String at) {
    if (missing(written, at)) {
      return null;
    }
    Optional<Language> language = Language.of(String.valueOf(written));
    if (language.isEmpty()) {
      faults.add(at, ProblemKind.UNKNOWN_LANGUAGE);
    }
    return language.orElse(null);
  }

  /** The zone stated, or the only one of the country; a country of several has to be asked. */
  @Nullable ZoneId zone(@Nullable String written, @Nullable Country country, String at) {
    if (written == null || written.isBlank()) {
      if (country == null) {
        return null;
      }
      Optional<ZoneId> only = Zones.only(country);
      if (only.isEmpty()) {
        faults.add(at, ProblemKind.MISSING_FIELD);
      }
      return only.orElse(null);
    }
    try {
      if (ZONES.contains(written) && written.contains("/")) {
        return ZoneId.of(written);
      }
    } catch (DateTimeException unreadable) {
      // falls through: the value must not travel with the exception
    }
    faults.add(at, ProblemKind.UNKNOWN_ZONE);
    return null;
  }

  @Nullable Consents consents(Bodies.@Nullable ConsentsIn written, String at) {
    if (written == null || !Boolean.TRUE.equals(written.reminders())) {
      faults.add(at + "/reminders", ProblemKind.CONSENT_MISSING);
      return null;
    }
    return new Consents(true, Boolean.TRUE.equals(written.waves()));
  }

  @Nullable JoinCode community(@Nullable String written, String at) {
    if (written == null || written.isBlank()) {
      return null;
    }
    try {
      return new JoinCode(SPACE.matcher(written).replaceAll("").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unreadable) {
      faults.add(at, ProblemKind.UNREADABLE_COMMUNITY);
      return null;
    }
  }

  /** Who leaves the community of before and names another one, joins that. */
  CommunityChange community(Bodies.@Nullable CommunityIn written, String at) {
    if (written == null) {
      return CommunityChange.KEEP;
    }
    JoinCode code = community(written.join(), at + "/join");
    if (code != null) {
      return new CommunityChange.Join(code);
    }
    return Boolean.TRUE.equals(written.leave()) ? CommunityChange.LEAVE : CommunityChange.KEEP;
  }

  private boolean missing(@Nullable String written, String at) {
    boolean missing = written == null || written.isBlank();
    if (missing) {
      faults.add(at, ProblemKind.MISSING_FIELD);
    }
    return missing;
  }
}

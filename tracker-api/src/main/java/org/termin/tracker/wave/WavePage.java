package org.termin.tracker.wave;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.guidance.pack.CountryPack;
import org.termin.tracker.wave.WaveOutlooks.Outlook;
import org.termin.tracker.web.Say;

/** Puts a country's release into everything a page shows of it; public or of one community. */
@Component
public class WavePage {
  private final WaveOutlooks outlooks;

  WavePage(WaveOutlooks outlooks) {
    this.outlooks = outlooks;
  }

  /** What a page says of when. */
  public record Released(String on, String next) {
    /** Nothing while nothing was ever released. */
    public static @Nullable Released of(@Nullable LocalDate day, Say say) {
      return day == null
          ? null
          : new Released(say.date(day), say.date(day.plusDays(Release.DAYS_BETWEEN)));
    }
  }

  /** Everything; figures are in words already. */
  public record Shown(
      @Nullable Released released,
      WaveTable table,
      @Nullable WaveChanges changes,
      Outlook outlook) {}

  /** The release of the country that pack is about. */
  public Shown of(Release release, CountryPack pack, Say say) {
    return new Shown(
        Released.of(release.day(), say),
        WaveTable.of(release.waves(), say),
        WaveChanges.between(release, pack.rules().asOf(), say),
        outlooks.of(release.waves(), say));
  }
}

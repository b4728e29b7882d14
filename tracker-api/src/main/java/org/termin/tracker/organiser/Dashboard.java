package org.termin.tracker.organiser;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.termin.tracker.Store.StoreClock;
import org.termin.tracker.http.Countries;
import org.termin.tracker.open.OptOut;
import org.termin.tracker.open.Punctuality;
import org.termin.tracker.organiser.CommunityFigures.Figures;
import org.termin.tracker.wave.WavePage.Released;
import org.termin.tracker.wave.WaveYears;
import org.termin.tracker.web.Say;

/**
 * What an organiser sees first: where the own community's waves are, whether we are on time, and
 * how many say STOP.
 */
@Component
class Dashboard {
  private final CommunityFigures figures;
  private final Countries countries;
  private final Punctuality punctuality;
  private final OptOut optOut;
  private final StoreClock clock;
  private final MessageSource texts;

  Dashboard(
      CommunityFigures figures,
      Countries countries,
      Punctuality punctuality,
      OptOut optOut,
      StoreClock clock,
      MessageSource texts) {
    this.figures = figures;
    this.countries = countries;
    this.punctuality = punctuality;
    this.optOut = optOut;
    this.clock = clock;
    this.texts = texts;
  }

  /**
   * In words.
   *
   * @param readable whether this door may read figures of communities at all
   * @param released none: nothing was ever released
   * @param late none: nobody has ever counted
   * @param stop how many said STOP among everybody we write to; none: not counted lately
   */
  public record Shown(
      boolean readable,
      @Nullable Released released,
      List<WaveYears.Listed> listed,
      Punctuality.@Nullable Shown late,
      @Nullable String stop) {}

  Shown of(UUID community, Locale locale) {
    Say say = new Say(texts, locale);
    Optional<Figures> read = figures.newest(community);
    LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    LocalDate newest = read.flatMap(found -> found.days().stream().findFirst()).orElse(null);
    Map<String, Integer> years = WaveYears.of(read.map(Figures::newest).orElse(List.of()));
    return new Shown(
        read.isPresent(),
        Released.of(newest, say),
        WaveYears.listed(years, countries, say),
        punctuality.on(today, say).orElse(null),
        optOut.on(today, say).orElse(null));
  }
}

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
import org.termin.tracker.open.Punctuality;
import org.termin.tracker.organiser.CommunityFigures.Figures;
import org.termin.tracker.wave.WavePage.Released;
import org.termin.tracker.wave.WaveYears;
import org.termin.tracker.web.Say;

/**
 * What an organiser sees first: where the own community's waves are, and whether we are on time.
 */
@Component
class Dashboard {
  private final CommunityFigures figures;
  private final Countries countries;
  private final Punctuality punctuality;
  private final StoreClock clock;
  private final MessageSource texts;

  Dashboard(
      CommunityFigures figures,
      Countries countries,
      Punctuality punctuality,
      StoreClock clock,
      MessageSource texts) {
    this.figures = figures;
    this.countries = countries;
    this.punctuality = punctuality;
    this.clock = clock;
    this.texts = texts;
  }

  /**
   * In words.
   *
   * @param readable whether this door may read figures of communities at all
   * @param released none: nothing was ever released
   * @param late none: nobody has ever counted
   */
  public record Shown(
      boolean readable,
      @Nullable Released released,
      List<WaveYears.Listed> listed,
      Punctuality.@Nullable Shown late) {}

  Shown of(UUID community, Locale locale) {
    Say say = new Say(texts, locale);
    Optional<Figures> read = figures.of(community);
    LocalDate newest = read.flatMap(found -> found.days().stream().findFirst()).orElse(null);
    Map<String, Integer> years = WaveYears.of(read.map(Figures::newest).orElse(List.of()));
    return new Shown(
        read.isPresent(),
        Released.of(newest, say),
        WaveYears.listed(years, countries, say),
        punctuality.on(LocalDate.ofInstant(clock.now(), ZoneOffset.UTC), say).orElse(null));
  }
}

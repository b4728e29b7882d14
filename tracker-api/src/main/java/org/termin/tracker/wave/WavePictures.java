package org.termin.tracker.wave;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.termin.tracker.web.Say;

/**
 * Draws each picture once: figures change every fourth week, and drawing costs more than a page.
 */
@Component
public class WavePictures {
  /** All countries in three languages, and room for communities; a picture has about 25 kB. */
  private static final int MOST = 200;

  private final Map<Drawn, byte[]> drawn = new ConcurrentHashMap<>();

  private record Drawn(List<Wave> waves, Locale locale) {}

  /** As PNG; nothing where there is nothing to draw. */
  public Optional<byte[]> of(Release release, Say say) {
    LocalDate day = release.day();
    if (day == null || release.waves().isEmpty()) {
      return Optional.empty();
    }
    if (drawn.size() >= MOST) {
      drawn.clear();
    }
    return Optional.of(
        drawn.computeIfAbsent(
            new Drawn(release.waves(), say.locale()),
            _ -> WaveChart.png(release.waves(), YearMonth.from(day), say)));
  }
}

package org.termin.tracker.open;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.termin.guidance.pack.CountryPack;
import org.termin.tracker.http.Countries;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refusals;
import org.termin.tracker.http.Tongue;

/** When many need help at once, for anybody who has to prepare for it. */
@Controller
class WaveController {
  private final Waves waves;
  private final WaveOutlooks outlooks;
  private final Countries countries;
  private final CountryPages pages;
  private final Refusals refusals;

  WaveController(
      Waves waves,
      WaveOutlooks outlooks,
      Countries countries,
      CountryPages pages,
      Refusals refusals) {
    this.waves = waves;
    this.outlooks = outlooks;
    this.countries = countries;
    this.pages = pages;
    this.refusals = refusals;
  }

  /** One line of the list. */
  public record Listed(String code, String name, String year) {}

  @GetMapping(Tongue.READING + "/waves")
  String list(Locale locale, Model model) {
    Optional<LocalDate> newest = waves.newest();
    model.addAttribute("released", newest.map(day -> waves.released(day, locale)).orElse(null));
    model.addAttribute("listed", newest.map(day -> listed(day, locale)).orElse(List.of()));
    return "waves";
  }

  private List<Listed> listed(LocalDate newest, Locale locale) {
    Map<String, String> years = waves.years(newest, locale);
    return countries.all(locale).stream()
        .flatMap(
            one -> {
              String code = small(one.country().code());
              return Optional.ofNullable(years.get(code))
                  .map(year -> new Listed(code, one.name(), year))
                  .stream();
            })
        .toList();
  }

  @GetMapping(Tongue.READING + "/waves/{country}")
  @Nullable String country(
      @PathVariable String country,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<CountryPack> pack = pages.pack(country);
    if (pack.isEmpty()) {
      refusals.write(request, response, ProblemKind.NOT_FOUND);
      return null;
    }
    Optional<LocalDate> newest = waves.newest();
    model.addAttribute("code", country);
    model.addAttribute("name", Countries.name(pack.get().rules().country(), locale));
    model.addAttribute("released", newest.map(day -> waves.released(day, locale)).orElse(null));
    model.addAttribute(
        "lines", newest.map(day -> waves.table(country, day, locale)).orElse(List.of()));
    model.addAttribute(
        "outlook", newest.map(day -> outlooks.of(country, day, locale)).orElse(null));
    model.addAttribute(
        "drawn", newest.map(day -> waves.drawn(country, day, locale)).orElse(List.of()));
    return "waves-country";
  }

  private static String small(String code) {
    return code.toLowerCase(Locale.ROOT);
  }
}

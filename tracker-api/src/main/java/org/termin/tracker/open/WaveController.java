package org.termin.tracker.open;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.termin.contract.words.Country;
import org.termin.tracker.http.Countries;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.web.Say;

/** When many need help at once, for anybody who has to prepare for it. */
@Controller
class WaveController {
  private final Waves waves;
  private final WaveOutlooks outlooks;
  private final Countries countries;
  private final CountryPages pages;
  private final MessageSource texts;

  WaveController(
      Waves waves,
      WaveOutlooks outlooks,
      Countries countries,
      CountryPages pages,
      MessageSource texts) {
    this.waves = waves;
    this.outlooks = outlooks;
    this.countries = countries;
    this.pages = pages;
    this.texts = texts;
  }

  /** One line of the list. */
  public record Listed(String code, String name, String year) {}

  @GetMapping(Tongue.READING + "/waves")
  String list(Locale locale, Model model) {
    Say say = new Say(texts, locale);
    model.addAttribute("released", waves.released(say).orElse(null));
    model.addAttribute("listed", listed(waves.years(say), locale));
    return "waves";
  }

  private List<Listed> listed(Map<String, String> years, Locale locale) {
    return countries.all(locale).stream()
        .flatMap(
            one -> {
              String code = one.country().code().toLowerCase(Locale.ROOT);
              return Optional.ofNullable(years.get(code))
                  .map(year -> new Listed(code, one.name(), year))
                  .stream();
            })
        .toList();
  }

  @GetMapping(Tongue.READING + "/waves/{country}")
  String country(@PathVariable String country, Locale locale, Model model) {
    Country host = pages.pack(country).rules().country();
    Say say = new Say(texts, locale);
    model.addAttribute("code", country);
    model.addAttribute("name", Countries.name(host, locale));
    model.addAttribute("released", waves.released(say).orElse(null));
    model.addAttribute("table", waves.table(country, say));
    model.addAttribute("outlook", outlooks.of(country, say));
    return "waves-country";
  }
}

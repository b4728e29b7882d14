package org.termin.tracker.wave;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.termin.contract.words.Country;
import org.termin.guidance.pack.CountryPack;
import org.termin.tracker.http.Countries;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refused;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.open.CountryPages;
import org.termin.tracker.wave.WavePage.Released;
import org.termin.tracker.web.Say;

/** When many need help at once, for anybody who has to prepare for it. */
@Controller
class WaveController {
  private final ReleasedWaves released;
  private final ReleasedReports reports;
  private final WavePage page;
  private final Briefs briefs;
  private final WavePictures pictures;
  private final Countries countries;
  private final CountryPages pages;
  private final MessageSource texts;

  WaveController(
      ReleasedWaves released,
      ReleasedReports reports,
      WavePage page,
      Briefs briefs,
      WavePictures pictures,
      Countries countries,
      CountryPages pages,
      MessageSource texts) {
    this.released = released;
    this.reports = reports;
    this.page = page;
    this.briefs = briefs;
    this.pictures = pictures;
    this.countries = countries;
    this.pages = pages;
    this.texts = texts;
  }

  @GetMapping(Tongue.READING + "/waves")
  String list(Locale locale, Model model) {
    Say say = new Say(texts, locale);
    LocalDate newest = released.days().stream().findFirst().orElse(null);
    model.addAttribute("released", Released.of(newest, say));
    model.addAttribute("listed", WaveYears.listed(WaveYears.of(released.waves()), countries, say));
    return "waves";
  }

  @GetMapping(Tongue.READING + "/waves/{country}")
  String country(@PathVariable String country, Locale locale, Model model) {
    CountryPack pack = pages.pack(country);
    Country host = pack.rules().country();
    model.addAttribute("code", country);
    model.addAttribute("name", Countries.name(host, locale));
    model.addAttribute("wave", page.of(released.of(host), pack, new Say(texts, locale)));
    model.addAttribute("reports", ReportTable.of(reports.of(host), new Say(texts, locale)));
    return "waves-country";
  }

  @GetMapping(Tongue.READING + "/waves/{country}/brief")
  String brief(@PathVariable String country, Locale locale, Model model) {
    CountryPack pack = pages.pack(country);
    model.addAttribute("code", country);
    model.addAttribute("brief", briefs.of(released.of(pack.rules().country()), pack, locale));
    return "waves-brief";
  }

  @GetMapping(Tongue.READING + "/waves/{country}/chart.png")
  ResponseEntity<byte[]> chart(@PathVariable String country, Locale locale) {
    Country host = pages.pack(country).rules().country();
    return pictures
        .of(released.of(host), new Say(texts, locale))
        .map(png -> ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png))
        .orElseThrow(() -> new Refused(ProblemKind.NOT_FOUND));
  }
}

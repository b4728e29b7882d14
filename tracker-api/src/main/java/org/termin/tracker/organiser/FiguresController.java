package org.termin.tracker.organiser;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.termin.contract.words.Country;
import org.termin.guidance.pack.CountryPack;
import org.termin.tracker.http.Countries;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refused;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.open.CountryPages;
import org.termin.tracker.organiser.CommunityFigures.Figures;
import org.termin.tracker.wave.Release;
import org.termin.tracker.wave.WaveFile;
import org.termin.tracker.wave.WavePage;
import org.termin.tracker.wave.WavePictures;
import org.termin.tracker.web.Say;

/** The own community's figures of one country, in words, as a picture and as a file. */
@Controller
@RequestMapping(Tongue.ORGANISERS + "/waves")
class FiguresController {
  private final CommunityFigures figures;
  private final CountryPages pages;
  private final WavePage page;
  private final WavePictures pictures;
  private final MessageSource texts;

  FiguresController(
      CommunityFigures figures,
      CountryPages pages,
      WavePage page,
      WavePictures pictures,
      MessageSource texts) {
    this.figures = figures;
    this.pages = pages;
    this.page = page;
    this.pictures = pictures;
    this.texts = texts;
  }

  @GetMapping("/{country}")
  String country(
      @AuthenticationPrincipal Organiser me,
      @PathVariable String country,
      Locale locale,
      Model model) {
    CountryPack pack = pages.pack(country);
    Country host = pack.rules().country();
    model.addAttribute("me", me);
    model.addAttribute("code", country);
    model.addAttribute("name", Countries.name(host, locale));
    model.addAttribute("wave", page.of(release(me, host), pack, new Say(texts, locale)));
    return "organiser/waves";
  }

  @GetMapping("/{country}/chart.png")
  ResponseEntity<byte[]> chart(
      @AuthenticationPrincipal Organiser me, @PathVariable String country, Locale locale) {
    Country host = pages.pack(country).rules().country();
    return pictures
        .of(release(me, host), new Say(texts, locale))
        .map(png -> ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png))
        .orElseThrow(() -> new Refused(ProblemKind.NOT_FOUND));
  }

  @GetMapping(value = "/figures.csv", produces = WaveFile.TYPE)
  ResponseEntity<String> file(@AuthenticationPrincipal Organiser me) {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("waves.csv").build().toString())
        .body(WaveFile.csv(here(figures.newest(me.community())).newest()));
  }

  private Release release(Organiser me, Country country) {
    Figures all = here(figures.of(me.community(), country));
    return Release.of(all.days(), all.waves());
  }

  private static Figures here(Optional<Figures> read) {
    return read.orElseThrow(() -> new Refused(ProblemKind.NOT_FOUND));
  }
}

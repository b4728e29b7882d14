package org.termin.tracker.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.termin.guidance.rule.GroundQuestion;
import org.termin.guidance.rule.Pack;

/** The host countries: which have a pack, what they ask, which zones they have. */
@RestController
@Tag(name = "guidance")
class CountriesController {
  private final Countries countries;

  CountriesController(Countries countries) {
    this.countries = countries;
  }

  /** One country. */
  record CountryAnswer(
      String code,
      String name,
      boolean pack,
      @Nullable LocalDate asOf,
      @Nullable Question question,
      List<String> zones) {}

  /** The one question a pack may ask about the ground of a stay. */
  record Question(String text, List<Ground> answers) {}

  /** One answer to it. */
  record Ground(String id, String text) {}

  @GetMapping("/api/v1/countries")
  @Operation(summary = "Host countries, those with a reviewed pack first")
  List<CountryAnswer> countries(Locale locale) {
    return countries.all(locale).stream().map(one -> answer(one, locale)).toList();
  }

  private static CountryAnswer answer(Countries.Listed one, Locale locale) {
    Pack pack = one.pack();
    return new CountryAnswer(
        one.country().code(),
        one.name(),
        pack != null,
        pack == null ? null : pack.asOf(),
        pack == null || pack.question() == null ? null : question(pack.question(), locale),
        Zones.of(one.country()).stream().map(ZoneId::getId).toList());
  }

  private static Question question(GroundQuestion asked, Locale locale) {
    return new Question(
        Wordings.text(asked.text(), locale),
        asked.answers().stream()
            .map(answer -> new Ground(answer.id(), Wordings.text(answer.text(), locale)))
            .toList());
  }
}

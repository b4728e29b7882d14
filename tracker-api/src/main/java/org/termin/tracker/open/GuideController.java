package org.termin.tracker.open;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.termin.guidance.rule.Pack;
import org.termin.tracker.http.Countries;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.web.Say;

/** What is known about each reviewed country and who helps there, for anybody who looks. */
@Controller
class GuideController {
  private final Countries countries;
  private final CountryPages pages;
  private final HelpPages helpers;
  private final MessageSource texts;

  GuideController(Countries countries, CountryPages pages, HelpPages helpers, MessageSource texts) {
    this.countries = countries;
    this.pages = pages;
    this.helpers = helpers;
    this.texts = texts;
  }

  /** One line of the list. */
  public record Listed(String code, String name, String asOf) {}

  @GetMapping(Tongue.READING + "/guide")
  String list(Locale locale, Model model) {
    model.addAttribute("listed", listed(locale));
    return "guide";
  }

  @GetMapping(Tongue.READING + "/guide/{country}")
  String country(@PathVariable String country, Locale locale, Model model) {
    model.addAttribute("page", pages.page(pages.pack(country), locale));
    return "guide-country";
  }

  @GetMapping(Tongue.READING + "/help")
  String help(Locale locale, Model model) {
    model.addAttribute("listed", listed(locale));
    return "help";
  }

  @GetMapping(Tongue.READING + "/help/{country}")
  String helpIn(@PathVariable String country, Locale locale, Model model) {
    model.addAttribute("page", helpers.page(pages.pack(country), locale));
    return "help-country";
  }

  private List<Listed> listed(Locale locale) {
    Say say = new Say(texts, locale);
    return countries.all(locale).stream()
        .flatMap(one -> Optional.ofNullable(one.pack()).map(pack -> line(one, pack, say)).stream())
        .toList();
  }

  private static Listed line(Countries.Listed one, Pack pack, Say say) {
    return new Listed(
        one.country().code().toLowerCase(Locale.ROOT), one.name(), say.date(pack.asOf()));
  }
}

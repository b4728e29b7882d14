package org.termin.tracker.open;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Country;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.pack.PackTexts;
import org.termin.guidance.rule.Claim;
import org.termin.tracker.http.Countries;
import org.termin.tracker.http.Wordings;
import org.termin.tracker.web.Say;

/** Who helps in a country, as its pack has it. */
@Component
class HelpPages {
  private final CountryPages pages;
  private final MessageSource texts;

  HelpPages(CountryPages pages, MessageSource texts) {
    this.pages = pages;
    this.texts = texts;
  }

  /**
   * Whom to turn to.
   *
   * @param known false: nobody has found anyone there, and the sentence is what holds everywhere
   * @param link none: there is no page, or none that anybody may be led to
   * @param unlinked the name of a page that is only named
   */
  public record HelpPage(
      String code,
      String name,
      boolean known,
      String who,
      Links.@Nullable Link link,
      @Nullable String unlinked,
      @Nullable String checked,
      List<Links.Link> sources) {}

  HelpPage page(CountryPack pack, Locale locale) {
    Country country = pack.rules().country();
    Say say = new Say(texts, locale);
    PackTexts.Help help = pack.texts().help();
    Claim claim = help == null ? null : claim(pack, help);
    URI url = help == null ? null : help.url();
    String checked = claim == null ? null : say.date(claim.checked());
    boolean leads = Links.mayLead(url);
    return new HelpPage(
        country.code().toLowerCase(Locale.ROOT),
        Countries.name(country, locale),
        help != null,
        pages.help(pack, Wordings.language(locale)),
        leads && url != null
            ? new Links.Link(
                url.toString(),
                String.valueOf(url.getHost()),
                checked == null ? say.date(pack.rules().asOf()) : checked)
            : null,
        url == null || leads ? null : url.getHost(),
        checked,
        claim == null ? List.of() : Links.sources(List.of(claim), say));
  }

  private static @Nullable Claim claim(CountryPack pack, PackTexts.Help help) {
    CountryPack.Fact fact = help.fact() == null ? null : pack.facts().get(help.fact());
    return fact == null ? null : fact.claim();
  }
}

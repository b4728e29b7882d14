package org.termin.tracker.organiser;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.termin.contract.organiser.PasskeyAddress;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.web.Say;

/**
 * One sheet for a wall, with the site's address as a QR code and the community's join code to type.
 * The code stands in no address: what is scanned stays in a phone's history. The sheet names no
 * country, no community and no kind of document, so whoever photographs it shows nothing of
 * themselves.
 */
@Controller
class PosterController {
  /** A wall does not know who reads; the ones of most residents first. */
  private static final List<Locale> LANGUAGES =
      List.of(Locale.of("be"), Locale.of("ru"), Locale.ENGLISH);

  private final JdbcClient db;
  private final PasskeyAddress site;
  private final MessageSource texts;

  PosterController(JdbcClient db, PasskeyAddress site, MessageSource texts) {
    this.db = db;
    this.site = site;
    this.texts = texts;
  }

  /** What the sheet says in one language. */
  public record Spoken(String language, String title, String what, String code) {}

  @GetMapping(Tongue.ORGANISERS + "/poster")
  String poster(@AuthenticationPrincipal Organiser me, Model model) {
    model.addAttribute("me", me);
    model.addAttribute("spoken", LANGUAGES.stream().map(this::in).toList());
    model.addAttribute("address", site.origin());
    model.addAttribute("qr", AddressCode.of(site.origin()));
    model.addAttribute(
        "code",
        db.sql("select join_code from organiser.community where id = ?")
            .param(me.community())
            .query(String.class)
            .single());
    return "organiser/poster";
  }

  private Spoken in(Locale locale) {
    Say say = new Say(texts, locale);
    return new Spoken(
        locale.getLanguage(),
        say.text("poster.title"),
        say.text("poster.what"),
        say.text("poster.code"));
  }
}

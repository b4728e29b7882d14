package org.termin.tracker.open;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.termin.guidance.Guidance;
import org.termin.tracker.Store.StoreClock;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.post.PublicKeys;
import org.termin.tracker.web.Say;

/**
 * What the door can honestly say about whether Termin works. How late reminders go out is not among
 * it: the door may not read that, and the page says so instead of inventing a number.
 */
@Controller
class StatusController {
  private static final Logger LOG = LoggerFactory.getLogger(StatusController.class);

  private final StoreClock clock;
  private final PublicKeys keys;
  private final Guidance guidance;
  private final MessageSource texts;

  StatusController(StoreClock clock, PublicKeys keys, Guidance guidance, MessageSource texts) {
    this.clock = clock;
    this.keys = keys;
    this.guidance = guidance;
    this.texts = texts;
  }

  @GetMapping(Tongue.READING + "/status")
  String status(Locale locale, Model model) {
    Say say = new Say(texts, locale);
    Optional<LocalDate> today = today();
    Optional<LocalDate> key =
        keys.newestSince().map(since -> LocalDate.ofInstant(since, ZoneOffset.UTC));
    model.addAttribute("works", today.isPresent() && key.isPresent());
    model.addAttribute("store", today.isPresent());
    model.addAttribute("today", today.map(say::date).orElse(null));
    model.addAttribute("key", key.map(say::date).orElse(null));
    model.addAttribute("version", Integer.toString(guidance.version()));
    model.addAttribute("packs", Integer.toString(guidance.packs().size()));
    return "status";
  }

  private Optional<LocalDate> today() {
    try {
      return Optional.of(LocalDate.ofInstant(clock.now(), ZoneOffset.UTC));
    } catch (DataAccessException away) {
      LOG.warn("the store does not answer ({})", away.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}

package org.termin.tracker.open;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
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
 * What the door can honestly say about whether Termin works, and what the notifier has counted of
 * how punctual reminders were; where that is not known, the page says so and invents no number.
 */
@Controller
class StatusController {
  private static final Logger LOG = LoggerFactory.getLogger(StatusController.class);

  private final StoreClock clock;
  private final PublicKeys keys;
  private final Guidance guidance;
  private final Punctuality punctuality;
  private final OptOut optOut;
  private final MessageSource texts;

  StatusController(
      StoreClock clock,
      PublicKeys keys,
      Guidance guidance,
      Punctuality punctuality,
      OptOut optOut,
      MessageSource texts) {
    this.punctuality = punctuality;
    this.optOut = optOut;
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
    model.addAttribute(
        "late", today.flatMap(day -> known(() -> punctuality.on(day, say))).orElse(null));
    model.addAttribute("stop", today.flatMap(day -> known(() -> optOut.on(day, say))).orElse(null));
    return "status";
  }

  private Optional<LocalDate> today() {
    return known(() -> Optional.of(LocalDate.ofInstant(clock.now(), ZoneOffset.UTC)));
  }

  private static <T> Optional<T> known(Supplier<Optional<T>> ask) {
    try {
      return ask.get();
    } catch (DataAccessException away) {
      LOG.warn("the store does not answer ({})", away.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}

package org.termin.tracker.web;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.termin.contract.words.Language;
import org.termin.contract.words.Situation;
import org.termin.tracker.http.Calendars;
import org.termin.tracker.http.Plans;
import org.termin.tracker.http.Readers;
import org.termin.tracker.http.Tongue;

/** The plan as a calendar for people who leave no contact: nothing of it stays with us. */
@Controller
@RequestMapping(Tongue.JOURNEY + "/start")
class KeepController {
  private final Readers readers;
  private final Plans plans;
  private final Calendars calendars;

  KeepController(Readers readers, Plans plans, Calendars calendars) {
    this.readers = readers;
    this.plans = plans;
    this.calendars = calendars;
  }

  /** The page that has the button shows a plan, so what it sends has been read before. */
  @PostMapping("/calendar")
  ResponseEntity<byte[]> calendar(@RequestParam Map<String, String> form, Locale locale) {
    Situation situation = readers.household(HouseholdForm.of(form).complete().body()).orRefuse();
    Language language = Language.of(locale.getLanguage()).orElse(Language.EN);
    return Calendars.download(calendars.of(UUID.randomUUID(), language, plans.plan(situation)));
  }
}

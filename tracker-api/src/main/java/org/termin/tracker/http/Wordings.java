package org.termin.tracker.http;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Country;
import org.termin.contract.words.Language;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.plan.Trace;
import org.termin.guidance.text.Advice;
import org.termin.guidance.text.Texts;
import org.termin.guidance.text.Told;

/** What the guidance has to say about a plan, in the language of a request. */
@Component
public class Wordings {
  private final Texts texts;

  Wordings(Texts texts) {
    this.texts = texts;
  }

  /** What to do about one document, with sources. */
  public Advice advice(Plan plan, SlotPlan slot, Locale locale) {
    return texts.advice(language(locale), told(plan, slot));
  }

  /** One reason as a sentence. */
  public String reason(Trace.Line line, Locale locale) {
    return texts.reason(language(locale), line);
  }

  /** Whether all that is said of a country is written in that language. */
  public boolean isIn(Country country, Locale locale) {
    return texts.isIn(language(locale), country);
  }

  /** The document of a plan as texts want it. */
  public static Told told(Plan plan, SlotPlan slot) {
    return new Told(plan.country(), slot, plan.today(), plan.slots().size() > 1, 0);
  }

  /** A sentence in the language of a request, or in the one that every sentence is written in. */
  public static String text(Map<Language, String> in, Locale locale) {
    return in.getOrDefault(language(locale), in.getOrDefault(Language.EN, ""));
  }

  /** The language of a request. */
  public static Language language(Locale locale) {
    return Language.of(locale.getLanguage()).orElse(Language.EN);
  }
}

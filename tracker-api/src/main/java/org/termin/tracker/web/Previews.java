package org.termin.tracker.web;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;
import org.termin.guidance.ladder.Stage;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.text.CodeWords;
import org.termin.guidance.text.SmsLimits;
import org.termin.guidance.text.Texts;
import org.termin.tracker.http.Plans;
import org.termin.tracker.http.Wordings;

/** What the person's own next message would look like in each wording, before they choose one. */
@Component
class Previews {
  private static final int ANY_WORD = 7;
  private static final int START = 2;

  private final Plans plans;
  private final Texts texts;

  Previews(Plans plans, Texts texts) {
    this.plans = plans;
    this.texts = texts;
  }

  /** Both wordings, side by side, and in how many segments each is sent. */
  public record Both(String clear, String discreet) {
    public int clearSegments() {
      return SmsLimits.segments(clear);
    }

    public int discreetSegments() {
      return SmsLimits.segments(discreet);
    }

    @Override
    public String toString() {
      return "Both";
    }
  }

  Optional<Both> of(Situation situation, Locale locale) {
    Plan plan = plans.plan(situation);
    return plan.slots().stream()
        .filter(slot -> slot.applyBy() != null)
        .min(Comparator.comparing(SlotPlan::daysLeft))
        .map(
            slot ->
                new Both(
                    text(plan, slot, Wording.CLEAR, locale),
                    text(plan, slot, Wording.DISCREET, locale)));
  }

  private String text(Plan plan, SlotPlan slot, Wording wording, Locale locale) {
    var language = Wordings.language(locale);
    int stage =
        slot.stages().stream()
            .filter(one -> !one.on().isBefore(plan.today()))
            .map(Stage::number)
            .findFirst()
            .orElse(START);
    return texts.sms(
        stage, wording, language, CodeWords.of(language, ANY_WORD), Wordings.told(plan, slot));
  }
}

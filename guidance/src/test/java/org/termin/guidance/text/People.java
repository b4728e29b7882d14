package org.termin.guidance.text;

import java.time.LocalDate;
import java.util.List;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.plan.Planner;
import org.termin.guidance.plan.SlotPlan;

/** Invented residents and what their plan says on a day. */
final class People {
  static final Guidance GUIDANCE = Guidance.load();
  static final Texts TEXTS = Texts.load();

  private People() {}

  static HeldDocument document(int number, DocumentType type, String end) {
    return new HeldDocument(number, 1, 1, type, LocalDate.parse(end), DocumentState.HELD);
  }

  static Situation living(String country, HeldDocument... documents) {
    return new Situation(new Country(country), null, null, List.of(documents), List.of());
  }

  static Told told(Situation situation, int document, String today) {
    return told(situation, document, LocalDate.parse(today));
  }

  static Told told(Situation situation, int document, LocalDate today) {
    SlotPlan slot = Planner.plan(situation, GUIDANCE, today).slot(document).orElseThrow();
    int others = situation.documents().size() - 1;
    return new Told(situation.country(), slot, today, others > 0, others);
  }
}

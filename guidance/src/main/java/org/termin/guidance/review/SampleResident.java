package org.termin.guidance.review;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.rule.GroundQuestion;
import org.termin.guidance.rule.Pack;

/**
 * Somebody invented on whom a change of rules is tried out.
 *
 * @param name what is special about them, for editors
 */
public record SampleResident(String name, Situation situation) {

  /** Everybody a change is tried on: each with each answer of the pack's question, and without. */
  public static List<SampleResident> of(Pack pack, LocalDate today) {
    List<SampleResident> all = new ArrayList<>(of(pack.country(), null, today));
    GroundQuestion question = pack.question();
    if (question != null) {
      question.answers().forEach(one -> all.addAll(of(pack.country(), one.id(), today)));
    }
    return List.copyOf(all);
  }

  private static List<SampleResident> of(
      Country country, @Nullable String ground, LocalDate today) {
    Sheet sheet = new Sheet(country, ground, today);
    return List.of(
        sheet.of("both dates far away", sheet.passport("P30M"), sheet.permit("P18M")),
        sheet.of("the passport ends first", sheet.passport("P5M"), sheet.permit("P14M")),
        sheet.of("the permit ends first", sheet.passport("P20M"), sheet.permit("P3M")),
        sheet.of("both end within weeks", sheet.passport("P7M"), sheet.permit("P6M15D")),
        sheet.of("passport over, permit valid", sheet.passport("-P2M"), sheet.permit("P8M")),
        sheet.of("permit over, passport valid", sheet.passport("P12M"), sheet.permit("-P1M")),
        sheet.of("permit filed", sheet.passport("P9M"), sheet.filed(sheet.permit("P20D"))),
        sheet.of("passport lost", sheet.lost(sheet.passport("P12M")), sheet.permit("P6M")),
        sheet.of("only a passport", sheet.passport("P6M")),
        sheet.of(
            "a travel document in the passport's place",
            sheet.passport("-P12M"),
            sheet.permit("P10M"),
            sheet.document(DocumentType.TRAVEL_DOCUMENT, "P9M")));
  }

  /** Fills in one resident after the other. */
  private record Sheet(Country country, @Nullable String ground, LocalDate today) {

    SampleResident of(String name, HeldDocument... documents) {
      List<HeldDocument> numbered = new ArrayList<>();
      for (HeldDocument one : documents) {
        int number = numbered.size() + 1;
        numbered.add(new HeldDocument(number, 1, 1, one.type(), one.lastValidDay(), one.state()));
      }
      String whose = ground == null ? name : name + " (" + ground + ")";
      return new SampleResident(whose, new Situation(country, null, ground, numbered));
    }

    HeldDocument passport(String until) {
      return document(DocumentType.PASSPORT, until);
    }

    HeldDocument permit(String until) {
      return document(DocumentType.RESIDENCE_PERMIT, until);
    }

    HeldDocument document(DocumentType type, String until) {
      return new HeldDocument(1, 1, 1, type, today.plus(Period.parse(until)), DocumentState.HELD);
    }

    HeldDocument filed(HeldDocument held) {
      return in(held, new DocumentState.Filed(today.minusDays(5)));
    }

    HeldDocument lost(HeldDocument held) {
      return in(held, new DocumentState.Lost(today.minusDays(10)));
    }

    private static HeldDocument in(HeldDocument held, DocumentState state) {
      return new HeldDocument(1, 1, 1, held.type(), held.lastValidDay(), state);
    }
  }
}

package org.termin.guidance.golden;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.plan.Status;

/** Situations of one country, with the dates a lawyer worked out by hand. */
record GoldenFile(String country, List<Case> situations) {

  /** One resident on one day. */
  record Case(
      String what,
      LocalDate today,
      @Nullable String ground,
      List<Paper> documents,
      List<Expected> expect) {

    Situation situation(Country country) {
      List<HeldDocument> held = new ArrayList<>();
      for (Paper paper : documents) {
        held.add(
            new HeldDocument(held.size() + 1, 1, 1, paper.type(), paper.until(), paper.state()));
      }
      return new Situation(country, null, ground, held);
    }
  }

  /** A document as printed; {@code until} left out: without an end. */
  record Paper(
      DocumentType type,
      @Nullable LocalDate until,
      @Nullable LocalDate filedOn,
      @Nullable LocalDate lostOn,
      boolean renewed) {

    DocumentState state() {
      if (filedOn != null) {
        return new DocumentState.Filed(filedOn);
      }
      if (lostOn != null) {
        return new DocumentState.Lost(lostOn);
      }
      return renewed ? new DocumentState.Renewed() : DocumentState.HELD;
    }
  }

  /** What the plan must say of one document, and why in words. */
  record Expected(
      DocumentType document,
      Status status,
      @Nullable LocalDate opens,
      @Nullable LocalDate start,
      @Nullable LocalDate apply,
      @Nullable LocalDate grace,
      String binding,
      String because) {}
}

package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.plan.Purpose.Kind;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Rule;

/** The days on which one document stops serving this and that. */
final class Purposes {

  private Purposes() {}

  static List<Purpose> of(
      HeldDocument document,
      LocalDate end,
      Holdings holdings,
      Pack pack,
      @Nullable String ground,
      LocalDate today,
      Pending pending) {
    if (document.type() == DocumentType.RESIDENCE_PERMIT) {
      return List.of(
          new Purpose(Kind.STAY, end, pending.staysUntilDecision(), !pending.stayNotKnown()));
    }
    List<Purpose> purposes = new ArrayList<>();
    LocalDate travel =
        document.state() instanceof DocumentState.Lost(LocalDate on)
            ? Holdings.lastDayBeforeLoss(on, end)
            : endsWith(document.type(), end, holdings, pack, ground);
    purposes.add(new Purpose(Kind.TRAVEL, travel, false, true));
    for (Route permit : pack.routesFor(DocumentType.RESIDENCE_PERMIT)) {
      if (ground != null && !permit.isOpenTo(ground)) {
        continue;
      }
      for (var rule : permit.rules(Rule.AcceptsExpired.class)) {
        if (rule.document() == document.type()) {
          Claim claim = rule.claim();
          purposes.add(new Purpose(Kind.FILE, claim.validUntil(), false, claim.holdsOn(today)));
        }
      }
      for (var rule : permit.rules(Rule.LimitsNext.class)) {
        if (rule.document() == document.type()) {
          boolean holds = rule.claim().holdsOn(end);
          purposes.add(new Purpose(Kind.BASE, end.minus(rule.period()), false, holds));
        }
      }
    }
    return purposes.stream().distinct().toList();
  }

  /** A document that ends with another one serves no longer than that. */
  private static LocalDate endsWith(
      DocumentType type, LocalDate end, Holdings holdings, Pack pack, @Nullable String ground) {
    LocalDate last = end;
    for (Route route : pack.routesFor(type)) {
      if (ground != null && !route.isOpenTo(ground)) {
        continue;
      }
      for (var rule : route.rules(Rule.EndsWith.class)) {
        if (holdings.reach(rule.document(), null) instanceof Reach.Until until
            && until.day().isBefore(last)) {
          last = until.day();
        }
      }
    }
    return last;
  }
}

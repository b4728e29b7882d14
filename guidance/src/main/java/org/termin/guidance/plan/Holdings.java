package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Substitution;
import org.termin.guidance.rule.Substitution.Edge;
import org.termin.guidance.rule.Supersession;

/** The documents of one person, asked how far they satisfy a requirement. */
final class Holdings {

  private final List<HeldDocument> documents;
  private final Pack pack;

  private Holdings(List<HeldDocument> documents, Pack pack) {
    this.documents = documents;
    this.pack = pack;
  }

  static Holdings of(Situation situation, int person, Pack pack) {
    return new Holdings(
        situation.documents().stream().filter(held -> held.person() == person).toList(), pack);
  }

  /** Until when a document of this sort, or something declared in its place, is held. */
  Reach reach(DocumentType type, @Nullable Edge edge) {
    Reach reach = new Reach.NotEntered();
    for (HeldDocument held : documents) {
      if (held.type() == type && !isFollowed(held)) {
        reach = reach.or(own(held));
      }
    }
    if (edge != null) {
      for (Substitution substitution : pack.substitutions()) {
        if (substitution.instead() == type && substitution.edges().contains(edge)) {
          reach = reach.or(instead(substitution));
        }
      }
    }
    return reach;
  }

  /** Renewed, and the new one is entered too: then its date is known. */
  private boolean isFollowed(HeldDocument old) {
    LocalDate end = old.lastValidDay();
    return old.state() instanceof DocumentState.Renewed
        && documents.stream()
            .filter(held -> held.type() == old.type())
            .filter(held -> !(held.state() instanceof DocumentState.Renewed))
            .map(HeldDocument::lastValidDay)
            .anyMatch(next -> end == null || next == null || next.isAfter(end));
  }

  /** Whether one is held that was not lost, so that its expired booklet can be shown. */
  boolean hasBooklet(DocumentType type) {
    return documents.stream()
        .anyMatch(held -> held.type() == type && !(held.state() instanceof DocumentState.Lost));
  }

  /** Whether a document of this sort is in use. */
  boolean uses(DocumentType type) {
    return documents.stream()
        .anyMatch(held -> held.type() == type && !(held.state() instanceof DocumentState.Renewed));
  }

  /** The declared document that closes the slot of this one today, if held. */
  @Nullable Supersession closing(DocumentType type, LocalDate today) {
    for (Supersession supersession : pack.supersessions()) {
      if (supersession.closes() == type
          && documents.stream()
              .anyMatch(
                  held ->
                      held.type() == supersession.by()
                          && held.state() instanceof DocumentState.Held
                          && (held.lastValidDay() == null
                              || !held.lastValidDay().isBefore(today)))) {
        return supersession;
      }
    }
    return null;
  }

  private static Reach own(HeldDocument held) {
    LocalDate end = held.lastValidDay();
    return switch (held.state()) {
      case DocumentState.Held() -> until(end, true);
      // what was filed for is not there yet, but the document itself still is
      case DocumentState.Filed(LocalDate on) -> until(end, true);
      // its successor is there, its date was not told
      case DocumentState.Renewed() -> new Reach.NoEnd(false, null);
      case DocumentState.Lost(LocalDate on) ->
          // a lost card does not end the permit
          held.type() == DocumentType.RESIDENCE_PERMIT
              ? until(end, false)
              : new Reach.Until(lastDayBeforeLoss(on, end), true, null);
    };
  }

  /** The last day a document served before it was lost. */
  static LocalDate lastDayBeforeLoss(LocalDate lost, @Nullable LocalDate end) {
    LocalDate before = lost.minusDays(1);
    return end != null && end.isBefore(before) ? end : before;
  }

  private static Reach until(@Nullable LocalDate end, boolean confirmed) {
    return end == null ? new Reach.NoEnd(confirmed, null) : new Reach.Until(end, confirmed, null);
  }

  private Reach instead(Substitution substitution) {
    Reach reach = new Reach.NotEntered();
    for (HeldDocument held : documents) {
      // one that is filed or lost satisfies nothing
      if (held.type() == substitution.substitute() && held.state() instanceof DocumentState.Held) {
        LocalDate end = held.lastValidDay();
        reach =
            reach.or(
                end == null
                    ? new Reach.NoEnd(true, substitution.claim())
                    : new Reach.Until(end, true, substitution.claim()));
      }
    }
    return reach;
  }
}

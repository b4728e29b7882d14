package org.termin.guidance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.plan.Invented.Case;
import org.termin.guidance.rule.Closing;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Rule;

/**
 * A second, naive way to the same days: try every single day and ask whether it can be filed on.
 */
class FilingDaysPropertiesTest {

  @Provide
  Arbitrary<Case> cases() {
    return Invented.cases()
        .filter(
            made ->
                made.documents().stream()
                    .allMatch(held -> held.state() instanceof DocumentState.Held));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void applyByIsTheLastDayOnWhichThePermitCanBeFiled(@ForAll("cases") Case made) {
    made.plan().slots().stream()
        .filter(slot -> slot.document().type() == DocumentType.RESIDENCE_PERMIT)
        .filter(slot -> slot.status() != Status.BLOCKED && slot.status() != Status.ASK)
        .forEach(
            slot -> {
              LocalDate applyBy = Objects.requireNonNull(slot.applyBy());
              assertThat(canFile(made, applyBy)).isTrue();
              for (int after = 1; after < 400; after++) {
                assertThat(canFile(made, applyBy.plusDays(after))).isFalse();
              }
            });
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aBlockedPermitHasNoDayLeft(@ForAll("cases") Case made) {
    made.plan().slots().stream()
        .filter(slot -> slot.document().type() == DocumentType.RESIDENCE_PERMIT)
        .filter(slot -> slot.status() == Status.BLOCKED)
        .forEach(
            slot -> {
              LocalDate first =
                  slot.opens() == null || slot.opens().isBefore(made.today())
                      ? made.today()
                      : slot.opens();
              for (LocalDate day = first; !day.isAfter(slot.closes()); day = day.plusDays(1)) {
                assertThat(canFile(made, day)).isFalse();
              }
            });
  }

  /** By the rules of the permit's route alone, one after the other. */
  private static boolean canFile(Case made, LocalDate day) {
    Route route = made.pack().routesFor(DocumentType.RESIDENCE_PERMIT).getFirst();
    LocalDate end = Objects.requireNonNull(made.end(DocumentType.RESIDENCE_PERMIT));
    boolean closed =
        switch (route.window().closing()) {
          case Closing.NotKnown() -> day.isAfter(end);
          case Closing.Before(var claim, var periods) ->
              periods.stream().anyMatch(period -> day.isAfter(end.minus(period)));
        };
    return !closed
        && route.rules().stream()
            .allMatch(
                rule ->
                    switch (rule) {
                      case Rule.RequiresValidAtFiling r ->
                          accepted(made, route) || holds(made, day);
                      case Rule.RequiresValidFor r ->
                          holdsUntil(made).stream().anyMatch(e -> !day.isAfter(e.minus(r.period())))
                              || holdsUntil(made).isEmpty();
                      default -> true;
                    });
  }

  private static boolean accepted(Case made, Route route) {
    return !route.rules(Rule.AcceptsExpired.class).isEmpty()
        && made.end(DocumentType.PASSPORT) != null;
  }

  private static boolean holds(Case made, LocalDate day) {
    return holdsUntil(made).isEmpty() || holdsUntil(made).stream().anyMatch(e -> !day.isAfter(e));
  }

  /** Ends of the passport and what stands in for it; empty: nothing entered, nothing known. */
  private static List<LocalDate> holdsUntil(Case made) {
    return made.documents().stream()
        .filter(
            held ->
                held.type() == DocumentType.PASSPORT
                    || (held.type() == DocumentType.TRAVEL_DOCUMENT
                        && !made.pack().substitutions().isEmpty()))
        .map(HeldDocument::lastValidDay)
        .filter(Objects::nonNull)
        .toList();
  }
}

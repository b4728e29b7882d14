package org.termin.guidance.plan;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.rule.Closing;
import org.termin.guidance.rule.Opening;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Processing;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Rule;
import org.termin.guidance.rule.Substitution;
import org.termin.guidance.rule.Substitution.Edge;

/**
 * The definition by the letter and without cleverness: take one day after the other and ask of each
 * rule whether it lets this document's step be filed on it. For people who hold what they hold:
 * nothing lost, filed or renewed.
 */
record NaiveModel(Pack pack, Route route, Situation situation, HeldDocument document) {

  /** Nobody waits longer than this for anything. */
  private static final int FAR = 4_000;

  private static final int NEAR = 600;

  /** O: the first day on which the step may be filed; none: no limit, or not known. */
  Optional<LocalDate> opens() {
    LocalDate end = end();
    boolean limited =
        route.window().opening() instanceof Opening.Before
            || route.rules(Rule.FiledOnlyAfterInvalid.class).stream()
                .anyMatch(rule -> last(rule.document()) != null);
    if (!limited) {
      return Optional.empty();
    }
    LocalDate day = end.minusDays(isOpen(end.minusDays(NEAR)) ? FAR : NEAR);
    while (!isOpen(day)) {
      day = day.plusDays(1);
    }
    return Optional.of(day);
  }

  /** A: the last day on which the step can be filed with everything it asks for. */
  Optional<LocalDate> applyBy(LocalDate today) {
    if (isInTime(end().plusDays(FAR))) {
      return Optional.empty();
    }
    // nothing that ends can end later than the last of all documents
    LocalDate day =
        situation.documents().stream()
            .map(HeldDocument::lastValidDay)
            .max(LocalDate::compareTo)
            .orElseThrow();
    while (!isInTime(day) || !isNeededBy(day, today)) {
      day = day.minusDays(1);
    }
    return Optional.of(day);
  }

  private LocalDate end() {
    return Objects.requireNonNull(document.lastValidDay());
  }

  private boolean isOpen(LocalDate day) {
    boolean window =
        switch (route.window().opening()) {
          case Opening.NoLimit() -> true;
          case Opening.NotKnown() -> true;
          case Opening.Before(var claim, var periods) ->
              periods.stream().allMatch(period -> !day.isBefore(first(end(), period)));
        };
    return window
        && route.rules(Rule.FiledOnlyAfterInvalid.class).stream()
            .map(rule -> last(rule.document()))
            .allMatch(last -> last == null || day.isAfter(last));
  }

  /** Months keep the day number; where it does not exist, an opening moves to the next month. */
  private static LocalDate first(LocalDate end, Period period) {
    LocalDate month = end.withDayOfMonth(1).minusMonths(period.toTotalMonths());
    LocalDate day =
        end.getDayOfMonth() <= month.lengthOfMonth()
            ? month.withDayOfMonth(end.getDayOfMonth())
            : month.plusMonths(1);
    return day.minusDays(period.getDays());
  }

  private boolean isInTime(LocalDate day) {
    boolean afterInvalid =
        route.rules(Rule.FiledOnlyAfterInvalid.class).stream()
            .anyMatch(rule -> last(rule.document()) != null);
    boolean closed =
        !afterInvalid
            && switch (route.window().closing()) {
              case Closing.NotKnown() -> day.isAfter(end());
              case Closing.Before(var claim, var periods) ->
                  periods.stream().anyMatch(period -> day.isAfter(end().minus(period)));
            };
    LocalDate until = route.claim().validUntil();
    return !closed
        && (until == null || !day.isAfter(until))
        && route.rules().stream().allMatch(rule -> allows(rule, day));
  }

  private boolean allows(Rule rule, LocalDate day) {
    return switch (rule) {
      case Rule.RequiresValidAtFiling r -> isHeldOn(r.document(), day, Period.ZERO, true);
      case Rule.RequiresValidFor r -> isHeldOn(r.document(), day, r.period(), false);
      case Rule.RequiresHeld r -> {
        LocalDate last = last(r.document());
        yield last == null || !day.isAfter(last);
      }
      default -> true;
    };
  }

  /** What nobody entered is not known, so it stands in nobody's way. */
  private boolean isHeldOn(DocumentType type, LocalDate day, Period longer, boolean mayBeExpired) {
    List<LocalDate> ends = new ArrayList<>();
    situation.documents().stream()
        .filter(held -> held.type() == type)
        .forEach(held -> ends.add(held.lastValidDay()));
    boolean entered = !ends.isEmpty();
    boolean accepted =
        mayBeExpired
            && entered
            && route.rules(Rule.AcceptsExpired.class).stream()
                .anyMatch(
                    rule ->
                        rule.document() == type
                            && (rule.claim().validUntil() == null
                                || !day.isAfter(rule.claim().validUntil())));
    for (Substitution substitution : pack.substitutions()) {
      // a document does not stand in for itself in its own renewal
      if (substitution.instead() == type
          && type != document.type()
          && substitution.edges().contains(Edge.VALID_AT_FILING)) {
        situation.documents().stream()
            .filter(held -> held.type() == substitution.substitute())
            .forEach(held -> ends.add(held.lastValidDay()));
      }
    }
    return accepted
        || ends.isEmpty()
        || ends.stream().anyMatch(last -> !day.isAfter(last.minus(longer)));
  }

  /** The substitute must be there by the cap of the permit, so it is asked for before. */
  private boolean isNeededBy(LocalDate day, LocalDate today) {
    boolean hasPermit =
        situation.documents().stream().anyMatch(h -> h.type() == DocumentType.RESIDENCE_PERMIT);
    boolean afterInvalid =
        route.rules(Rule.FiledOnlyAfterInvalid.class).stream()
            .anyMatch(rule -> last(rule.document()) != null);
    if (document.type() == DocumentType.RESIDENCE_PERMIT || !hasPermit || afterInvalid) {
      return true;
    }
    int takes =
        route.processing().stream()
            .filter(figure -> figure.countsOn(today))
            .mapToInt(Processing::days)
            .max()
            .orElse(0);
    String ground = situation.ground();
    return pack.routesFor(DocumentType.RESIDENCE_PERMIT).stream()
        .filter(permit -> ground == null || permit.isOpenTo(ground))
        .flatMap(permit -> permit.rules(Rule.LimitsNext.class).stream())
        .filter(rule -> rule.document() == document.type())
        .allMatch(
            rule -> {
              LocalDate cap = capped(rule.document()).minus(rule.period());
              return !day.plusDays(takes).isAfter(cap);
            });
  }

  private LocalDate capped(DocumentType type) {
    List<LocalDate> ends = new ArrayList<>();
    situation.documents().stream()
        .filter(held -> held.type() == type)
        .forEach(held -> ends.add(held.lastValidDay()));
    pack.substitutions().stream()
        .filter(one -> one.instead() == type && one.edges().contains(Edge.CAP))
        .forEach(
            one ->
                situation.documents().stream()
                    .filter(held -> held.type() == one.substitute())
                    .filter(held -> held.state() instanceof DocumentState.Held)
                    .forEach(held -> ends.add(held.lastValidDay())));
    return ends.stream().max(LocalDate::compareTo).orElseThrow();
  }

  private @Nullable LocalDate last(DocumentType type) {
    return situation.documents().stream()
        .filter(held -> held.type() == type)
        .map(HeldDocument::lastValidDay)
        .max(LocalDate::compareTo)
        .orElse(null);
  }
}

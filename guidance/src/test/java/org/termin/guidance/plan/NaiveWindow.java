package org.termin.guidance.plan;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.rule.Closing;
import org.termin.guidance.rule.Grace;
import org.termin.guidance.rule.Opening;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Rule;

/**
 * The step's own window: would a filing on this day be taken, whatever else is asked for?
 *
 * @param isOnlyAfterTheEnd of the document whose step it is: no pack has the rule about another
 * @param first O: the first day on which the step may be filed; none: no limit, or not known
 */
record NaiveWindow(
    Route route, HeldDocument document, boolean isOnlyAfterTheEnd, @Nullable LocalDate first) {

  /** Nobody waits longer than this for anything. */
  static final int FAR = 4_000;

  private static final int NEAR = 200;

  static NaiveWindow of(Route route, HeldDocument document) {
    boolean afterTheEnd =
        route.rules(Rule.FiledOnlyAfterInvalid.class).stream()
            .anyMatch(rule -> rule.document() == document.type());
    NaiveWindow window = new NaiveWindow(route, document, afterTheEnd, null);
    return new NaiveWindow(route, document, afterTheEnd, window.findFirst());
  }

  LocalDate end() {
    return Objects.requireNonNull(document.lastValidDay());
  }

  /** Whether it is known that the step opens on some day, or at any time. */
  boolean isOpeningKnown() {
    return lostOn() != null
        || isOnlyAfterTheEnd
        || !(route.window().opening() instanceof Opening.NotKnown);
  }

  /** The first day that is left. */
  LocalDate firstFrom(LocalDate day) {
    return first != null && first.isAfter(day) ? first : day;
  }

  /** C: the last day by the step's own rule; none where it is filed only after the end. */
  Optional<LocalDate> last() {
    if (isOnlyAfterTheEnd) {
      return Optional.empty();
    }
    LocalDate day = end();
    while (isClosedOn(day)) {
      day = day.minusDays(1);
    }
    return Optional.of(day);
  }

  /** G: the last day on which a filing is still taken, late or not. */
  Optional<LocalDate> lastTaken() {
    if (isOnlyAfterTheEnd) {
      return Optional.empty();
    }
    LocalDate day = end().plusDays(isInGraceOn(end().plusDays(NEAR)) ? FAR : NEAR);
    while (isClosedOn(day) && !isInGraceOn(day)) {
      day = day.minusDays(1);
    }
    return Optional.of(day);
  }

  /** Where nobody knows from when the office takes it, it may be open on any day. */
  boolean isOpenOn(LocalDate day) {
    LocalDate lost = lostOn();
    boolean window =
        switch (route.window().opening()) {
          case Opening.NoLimit() -> true;
          case Opening.NotKnown() -> true;
          case Opening.Before(var claim, var periods) ->
              periods.stream().allMatch(period -> !day.isBefore(opening(end(), period)));
        };
    // routes for lost documents open at once
    return lost == null
        ? window && !(isOnlyAfterTheEnd && NaiveDrawer.isUnexpired(document, Period.ZERO, day))
        : !day.isBefore(lost);
  }

  boolean isClosedOn(LocalDate day) {
    return !isOnlyAfterTheEnd
        && switch (route.window().closing()) {
          case Closing.NotKnown() -> day.isAfter(end());
          case Closing.Before(var claim, var periods) ->
              periods.stream().anyMatch(period -> day.isAfter(end().minus(period)));
        };
  }

  boolean isInGraceOn(LocalDate day) {
    Grace grace = route.window().grace();
    return grace != null
        && day.isAfter(end())
        && grace.claim().holdsOn(day)
        && grace.periods().stream().noneMatch(period -> day.isAfter(end().plus(period)));
  }

  /** The day since which the document is gone; a lost card does not end the permit. */
  @Nullable LocalDate lostOn() {
    return document.state() instanceof DocumentState.Lost(LocalDate on)
            && document.type() != DocumentType.RESIDENCE_PERMIT
        ? on
        : null;
  }

  private @Nullable LocalDate findFirst() {
    boolean limited = route.window().opening() instanceof Opening.Before;
    if (!limited && !isOnlyAfterTheEnd && lostOn() == null) {
      return null;
    }
    LocalDate day = end().minusDays(isOpenOn(end().minusDays(NEAR)) ? FAR : NEAR);
    while (!isOpenOn(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** Months keep the day number; where it does not exist, an opening moves to the next month. */
  private static LocalDate opening(LocalDate end, Period period) {
    LocalDate month = end.withDayOfMonth(1).minusMonths(period.toTotalMonths());
    LocalDate day =
        end.getDayOfMonth() <= month.lengthOfMonth()
            ? month.withDayOfMonth(end.getDayOfMonth())
            : month.plusMonths(1);
    return day.minusDays(period.getDays());
  }
}

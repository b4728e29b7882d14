package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.rule.Lead;
import org.termin.guidance.rule.Route;

/**
 * One route for one document: A and S by the letter and without cleverness, by taking one day after
 * the other and asking of each rule whether it lets the step be filed on it.
 *
 * @param filingTime the day from which on, by the country's longest lead, one files
 * @param day on which rules are used: today, or the day of filing
 */
record NaiveStep(
    NaiveDrawer drawer,
    @Nullable String ground,
    NaiveWindow window,
    List<NaiveNeed> needs,
    LocalDate filingTime,
    LocalDate day) {

  static NaiveStep of(
      NaiveDrawer drawer,
      @Nullable String ground,
      Route route,
      HeldDocument document,
      LocalDate day) {
    NaiveWindow window = NaiveWindow.of(route, document);
    List<NaiveNeed> needs =
        route.rules().stream()
            .map(rule -> NaiveNeed.of(rule, window, drawer))
            .filter(Objects::nonNull)
            .toList();
    int longest =
        drawer.pack().routes().stream()
            .flatMap(one -> one.leads().stream())
            .mapToInt(Lead::days)
            .max()
            .orElse(365);
    LocalDate closes = window.last().orElse(window.end());
    return new NaiveStep(drawer, ground, window, needs, closes.minusDays(longest), day);
  }

  /** A: the last day on which nothing forbids it; without one, the first is planned with. */
  LocalDate applyBy() {
    List<NaiveNeed> inTheWay = inTheWay();
    if (!inTheWay.isEmpty()) {
      LocalDate last = NaiveLimits.met(inTheWay).lastDay(latestDay());
      return last.isBefore(day) ? day : last;
    }
    NaiveLimits limits = NaiveLimits.of(this);
    return limits.allow(window.end().plusDays(NaiveWindow.FAR))
        ? Objects.requireNonNull(window.first())
        : limits.lastDay(latestDay());
  }

  private LocalDate latestDay() {
    LocalDate until = window.route().claim().validUntil();
    LocalDate last = drawer.latestEnd();
    return until != null && until.isAfter(last) ? until : last;
  }

  /**
   * S: as soon as it opens where that is the advice, otherwise as long before the printed day as
   * the longest lead says, and as much earlier as A is before C.
   */
  LocalDate startBy(LocalDate applyBy) {
    LocalDate first = window.first();
    // the definitions are silent about a lost document: as the planner does, it starts at once
    if (first != null && (window.lostOn() != null || window.route().asSoonAsItOpens())) {
      return first.isAfter(applyBy) ? applyBy : first;
    }
    LocalDate start = window.end();
    for (int n = 0; n < lead(); n++) {
      start = start.minusDays(1);
    }
    LocalDate closes = window.last().orElse(window.end());
    for (LocalDate d = applyBy; d.isBefore(closes); d = d.plusDays(1)) {
      start = start.minusDays(1);
    }
    return start.isAfter(applyBy) ? applyBy : start;
  }

  /** Known to be asked for and not there on any day that is left; what is filed is filed. */
  List<NaiveNeed> inTheWay() {
    boolean filed = window.document().state() instanceof DocumentState.Filed;
    return filed ? List.of() : needs.stream().filter(n -> n.blocks(day, filingTime)).toList();
  }

  /** Whether everything known to be asked for is there on that day. */
  boolean isCompleteOn(LocalDate on) {
    return needs.stream().allMatch(need -> need.isMetOn(on) || !need.isKnown());
  }

  List<NaiveNeed> binding() {
    return needs.stream().filter(need -> need.binds(day, filingTime)).toList();
  }

  /** Whether there is a day left on which it can be filed. */
  boolean isPossible() {
    boolean over = window.lastTaken().map(day::isAfter).orElseGet(() -> day.isAfter(applyBy()));
    return inTheWay().isEmpty() && !mayBeClosed() && !over;
  }

  boolean isUndecided() {
    return mayBeClosed() || needs.stream().anyMatch(need -> need.leavesOpen(day, filingTime));
  }

  /** Whether the route was last seen open only until before the first day that is left. */
  boolean mayBeClosed() {
    return !window.route().claim().holdsOn(window.firstFrom(day));
  }

  private int lead() {
    int ours = window.document().type() == DocumentType.PASSPORT ? 365 : 120;
    return window.route().leads().stream().mapToInt(Lead::days).max().orElse(ours);
  }
}

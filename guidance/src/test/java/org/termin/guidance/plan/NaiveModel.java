package org.termin.guidance.plan;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.rule.GroundQuestion;
import org.termin.guidance.rule.Route;

/**
 * The second opinion on one document of a person on one day: the route shown, its days and the
 * status, decided from the definitions alone.
 */
record NaiveModel(
    NaiveDrawer drawer, @Nullable String ground, HeldDocument document, LocalDate today) {

  NaiveSlot slot() {
    DocumentState state = document.state();
    if (state instanceof DocumentState.Renewed || drawer.closes(document.type(), today)) {
      return NaiveSlot.undated(Status.RENEWED);
    }
    if (document.lastValidDay() == null) {
      return NaiveSlot.undated(
          state instanceof DocumentState.Filed ? Status.FILED_WAITING : Status.VALID);
    }
    return NaiveGrounds.merged(
        onEachGround().stream().map(one -> one.of(one.shown())).toList(), document, today);
  }

  boolean isGroundNotKnown() {
    return ground == null && drawer.pack().question() != null;
  }

  private List<NaiveModel> onEachGround() {
    GroundQuestion question = drawer.pack().question();
    return question == null || ground != null
        ? List.of(this)
        : question.answers().stream()
            .map(answer -> new NaiveModel(drawer, answer.id(), document, today))
            .toList();
  }

  private NaiveSlot of(NaiveStep step) {
    LocalDate applyBy = step.applyBy();
    NaiveSlot days =
        new NaiveSlot(
            Status.VALID,
            step.window().route().id(),
            step.window().first(),
            step.startBy(applyBy),
            applyBy,
            step.window().last().orElse(null),
            step.window().lastTaken().orElse(null));
    return days.with(status(step, days));
  }

  private Status status(NaiveStep step, NaiveSlot days) {
    if (document.state() instanceof DocumentState.Filed(LocalDate on)) {
      return days.takes(on) && step.isCompleteOn(on) ? Status.FILED_WAITING : Status.ASK;
    }
    if (!step.inTheWay().isEmpty()) {
      return Status.BLOCKED;
    }
    return step.isUndecided() ? Status.ASK : running(days, step.window().end(), today);
  }

  static Status running(NaiveSlot days, LocalDate end, LocalDate today) {
    boolean taken = days.takes(today);
    LocalDate opens = days.opens();
    // what is taken only after the end is not a grace: of that no last day is named
    if (today.isAfter(end) && days.lastTaken() != null) {
      return taken ? Status.GRACE : Status.LAPSED;
    }
    // read as the planner does: where nobody knows when it opens it can perhaps be filed today,
    // and where it is filed only after the end the last days are not those before the end
    if (taken && !today.isBefore(Objects.requireNonNull(days.applyBy()).minusDays(14))) {
      return Status.APPLY_NOW;
    }
    if (taken && opens != null) {
      return Status.WINDOW_OPEN;
    }
    return today.isBefore(days.startBy()) ? Status.VALID : Status.START_NOW;
  }

  /** The first route in pack order that has a possible day. */
  private NaiveStep shown() {
    LocalDate day = document.state() instanceof DocumentState.Filed(LocalDate on) ? on : today;
    List<NaiveStep> steps =
        routes().stream().map(route -> NaiveStep.of(drawer, ground, route, document, day)).toList();
    if (steps.size() == 1) {
      return steps.getFirst();
    }
    // where none has one the definitions are silent: read as the planner does
    return steps.stream()
        .filter(NaiveStep::isPossible)
        .findFirst()
        .or(() -> steps.stream().filter(step -> !step.mayBeClosed()).findFirst())
        .orElse(steps.getFirst());
  }

  /** Without one of the country's own, what holds anywhere: nothing known but the printed day. */
  private List<Route> routes() {
    boolean lost =
        document.state() instanceof DocumentState.Lost
            && document.type() != DocumentType.RESIDENCE_PERMIT;
    List<Route> routes =
        drawer.pack().routesFor(document.type()).stream()
            .filter(route -> ground == null || route.isOpenTo(ground))
            .filter(route -> lost || !route.onlyWhenLost())
            .sorted(comparing(route -> !route.onlyWhenLost()))
            .toList();
    return routes.isEmpty() ? List.of(Generic.route(document.type())) : routes;
  }
}

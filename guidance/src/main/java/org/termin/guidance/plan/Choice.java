package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.plan.Trace.Line;
import org.termin.guidance.plan.Trace.Said;
import org.termin.guidance.rule.GroundQuestion.Ground;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Route;

/**
 * Which of a country's routes a slot shows: the first in pack order with a possible day.
 *
 * @param windows of every ground, where nobody has said which one it is and they differ
 */
record Choice(Step step, List<Line> others, List<GroundWindow> windows) {

  static Choice of(
      Pack pack,
      HeldDocument document,
      @Nullable String ground,
      LocalDate day,
      BiFunction<Route, @Nullable String, Step> reckon) {
    List<Route> routes = candidates(pack, document);
    if (pack.question() == null || (ground != null && pack.question().knows(ground))) {
      List<Route> open =
          routes.stream().filter(route -> ground == null || route.isOpenTo(ground)).toList();
      return first(open, document, day, route -> reckon.apply(route, ground));
    }
    Map<String, Choice> byAnswer = new LinkedHashMap<>();
    for (Ground answer : pack.question().answers()) {
      List<Route> open = routes.stream().filter(route -> route.isOpenTo(answer.id())).toList();
      byAnswer.put(
          answer.id(), first(open, document, day, route -> reckon.apply(route, answer.id())));
    }
    return Grounds.merged(byAnswer, day);
  }

  /** Whether somebody who gives one of the answers may be in time on this day. */
  boolean mayTakeForSomeOn(LocalDate day) {
    return windows.stream().anyMatch(window -> window.mayTakeOn(day));
  }

  /** A lost permit is still renewed as before; other lost documents have routes of their own. */
  private static List<Route> candidates(Pack pack, HeldDocument document) {
    boolean lost =
        document.state() instanceof DocumentState.Lost
            && document.type() != DocumentType.RESIDENCE_PERMIT;
    List<Route> routes = pack.routesFor(document.type());
    List<Route> forLost = routes.stream().filter(Route::onlyWhenLost).toList();
    List<Route> ordinary = routes.stream().filter(route -> !route.onlyWhenLost()).toList();
    if (!lost) {
      return ordinary;
    }
    List<Route> all = new ArrayList<>(forLost);
    all.addAll(ordinary);
    return all;
  }

  private static Choice first(
      List<Route> routes, HeldDocument document, LocalDate day, Function<Route, Step> reckon) {
    if (routes.isEmpty()) {
      return new Choice(reckon.apply(Generic.route(document.type())), List.of(), List.of());
    }
    List<Step> steps = routes.stream().map(reckon).toList();
    Step chosen =
        steps.stream()
            .filter(step -> step.hasDayFrom(day))
            .findFirst()
            .or(() -> steps.stream().filter(step -> !step.closed()).findFirst())
            .orElse(steps.getFirst());
    List<Line> others =
        steps.stream().filter(step -> !step.equals(chosen)).map(Choice::other).toList();
    return new Choice(chosen, others, List.of());
  }

  static Line other(Step step) {
    return new Line(
        Said.OTHER_ROUTE,
        step.route().id(),
        null,
        step.applyBy(),
        false,
        step.hasDayFrom(LocalDate.MIN) && step.binding().confirmed(),
        null,
        step.route().claim());
  }
}

package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.plan.Trace.Line;
import org.termin.guidance.plan.Trace.Said;

/** The ground is not known: latest opening and earliest closing over all of them. */
final class Grounds {

  private Grounds() {}

  /**
   * @param byAnswer what each of the pack's answers would give
   * @param day today, or the day of filing
   */
  static Choice merged(Map<String, Choice> byAnswer, LocalDate day) {
    List<Choice> choices = new ArrayList<>();
    List<GroundWindow> windows = new ArrayList<>();
    for (Choice choice : byAnswer.values()) {
      if (choices.stream().noneMatch(one -> one.step().equals(choice.step()))) {
        choices.add(choice);
        windows.add(GroundWindow.of(answers(byAnswer, choice.step()), choice.step()));
      }
    }
    return choices.size() == 1 ? choices.getFirst() : merged(choices, windows, day);
  }

  private static List<String> answers(Map<String, Choice> byAnswer, Step step) {
    return byAnswer.entrySet().stream()
        .filter(one -> one.getValue().step().equals(step))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Choice merged(List<Choice> choices, List<GroundWindow> windows, LocalDate day) {
    List<Step> steps = choices.stream().map(Choice::step).toList();
    // a ground on which the step is blocked does not block the others
    List<Step> open = steps.stream().filter(step -> step.blockedBy() == null).toList();
    Step base =
        (open.isEmpty() ? steps : open)
            .stream().min(Comparator.comparing(Step::applyBy)).orElseThrow();

    LocalDate opens = latest(steps, Step::opens);
    Step first = steps.stream().min(Comparator.comparing(Step::applyBy)).orElseThrow();
    LocalDate applyBy = first.applyBy();
    boolean openingKnown = steps.stream().allMatch(Step::openingKnown);
    boolean over = steps.stream().allMatch(step -> isOver(step, day));
    boolean narrow = !over && opens != null && opens.plusDays(14).isAfter(applyBy);
    Set<Flag> flags = EnumSet.of(Flag.GROUND_NOT_KNOWN);
    steps.forEach(step -> flags.addAll(step.flags()));

    List<Line> others = new ArrayList<>();
    for (Choice choice : choices) {
      others.addAll(choice.others());
      if (!choice.step().equals(base)) {
        others.add(other(choice.step()));
      }
    }
    Step merged =
        new Step(
            base.route(),
            base.ends(),
            steps.stream().allMatch(Step::afterInvalid),
            base.openEnded(),
            openingKnown,
            opens,
            earliest(steps, Step::closes, base.closes()),
            steps.stream().allMatch(step -> step.graceEnd() != null)
                ? earliest(steps, Step::graceEnd, base.ends())
                : null,
            earliest(steps, Step::lastFiling, base.lastFiling()),
            applyBy,
            base.safeDay(),
            earliest(steps, Step::startBy, base.startBy()),
            base.preparation(),
            first.binding(),
            base.required(),
            open.isEmpty() ? base.blockedBy() : null,
            steps.stream().allMatch(Step::closed),
            narrow || open.size() < steps.size() || base.undecided(),
            Set.copyOf(flags),
            lines(base, first));
    return new Choice(merged, List.copyOf(others), List.copyOf(windows));
  }

  /** Where nothing is taken any more on any ground, which one it is decides nothing. */
  private static boolean isOver(Step step, LocalDate day) {
    return day.isAfter(step.lastFiling()) && day.isAfter(step.ends());
  }

  /** The reasons of the way shown, and the one that gives the earliest day. */
  private static List<Line> lines(Step base, Step first) {
    if (base.equals(first)) {
      return base.lines();
    }
    List<Line> lines = new ArrayList<>(base.lines().stream().map(Line::notBinding).toList());
    first.lines().stream().filter(Line::binds).forEach(lines::add);
    return List.copyOf(lines);
  }

  private static Line other(Step step) {
    return new Line(
        Said.OTHER_GROUND,
        step.route().id(),
        null,
        step.applyBy(),
        false,
        step.binding().confirmed(),
        null,
        step.route().claim());
  }

  private static @Nullable LocalDate latest(
      List<Step> steps, Function<Step, @Nullable LocalDate> of) {
    LocalDate latest = null;
    for (Step step : steps) {
      LocalDate day = of.apply(step);
      if (day != null && (latest == null || day.isAfter(latest))) {
        latest = day;
      }
    }
    return latest;
  }

  private static LocalDate earliest(
      List<Step> steps, Function<Step, @Nullable LocalDate> of, LocalDate otherwise) {
    return steps.stream()
        .map(of)
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .orElse(otherwise);
  }
}

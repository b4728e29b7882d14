package org.termin.guidance.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.rule.Processing;
import org.termin.guidance.rule.Rule;
import org.termin.guidance.rule.Substitution.Edge;

/** Everything that can forbid filing on a day, each asked for itself; grace never counts. */
record NaiveLimits(List<Predicate<LocalDate>> all) {

  static NaiveLimits of(NaiveStep step) {
    NaiveWindow window = step.window();
    List<Predicate<LocalDate>> all = new ArrayList<>(met(step.binding()).all());
    all.add(day -> !window.isClosedOn(day));
    if (!step.mayBeClosed()) {
      all.add(window.route().claim()::holdsOn);
    }
    if (isForTheNextPermit(step)) {
      int takes = takes(step);
      for (Rule.LimitsNext cap : caps(step)) {
        all.add(
            day ->
                step.drawer().serves(cap.document(), Edge.CAP, cap.period(), day.plusDays(takes)));
      }
    }
    return new NaiveLimits(all);
  }

  static NaiveLimits met(List<NaiveNeed> needs) {
    return new NaiveLimits(
        needs.stream().<Predicate<LocalDate>>map(need -> need::isMetOn).toList());
  }

  boolean allow(LocalDate day) {
    for (Predicate<LocalDate> limit : all) {
      if (!limit.test(day)) {
        return false;
      }
    }
    return true;
  }

  /** The last day that all allow, not after this one. */
  LocalDate lastDay(LocalDate latest) {
    LocalDate day = latest;
    while (!allow(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** What stands in for the passport must be there by the cap of the permit. */
  private static boolean isForTheNextPermit(NaiveStep step) {
    return step.window().document().type() != DocumentType.RESIDENCE_PERMIT
        && step.drawer().hasInUse(DocumentType.RESIDENCE_PERMIT)
        && !step.window().isOnlyAfterTheEnd();
  }

  private static List<Rule.LimitsNext> caps(NaiveStep step) {
    String ground = step.ground();
    return step.drawer().pack().routesFor(DocumentType.RESIDENCE_PERMIT).stream()
        .filter(permit -> ground == null || permit.isOpenTo(ground))
        .flatMap(permit -> permit.rules(Rule.LimitsNext.class).stream())
        .filter(rule -> rule.document() == step.window().document().type())
        .toList();
  }

  private static int takes(NaiveStep step) {
    return step.window().route().processing().stream()
        .filter(figure -> !figure.asOf().isBefore(step.day().minusYears(3)))
        .mapToInt(Processing::days)
        .max()
        .orElse(0);
  }
}

package org.termin.guidance.ladder;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;
import static org.termin.guidance.ladder.Rungs.mail;
import static org.termin.guidance.ladder.StageNumber.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.termin.guidance.plan.Verb;

/** The stages of one document: when to speak, on which channel, until when it is worth it. */
public final class Ladder {

  private static final Set<Integer> STAY = Set.of(CONSEQUENCE, ONE_WEEK, LAST_CALL, EXPIRED);

  private Ladder() {}

  /** The stages until somebody files. */
  public static List<Stage> filing(Course course, Function<LocalDate, Verb> verbs) {
    Rungs rungs = new Rungs(course, verbs);
    return course.afterInvalid() ? AfterInvalid.stages(rungs) : Ordinary.stages(rungs);
  }

  /** The stages of waiting for a decision: five in the first year after filing, by mail. */
  public static List<Stage> waiting(Course course, LocalDate filed) {
    Rungs rungs = new Rungs(course, day -> Verb.WAIT);
    int[] days = {30, 90, 180, 270, 360};
    for (int i = 0; i < days.length; i++) {
      LocalDate on = filed.plusDays(days[i]);
      rungs.add(mail(WAITING_FIRST + i).withMail().notEarly(), on, on.plusDays(30));
    }
    return rungs.done().stream()
        .map(Stage::onGivenDay)
        .collect(collectingAndThen(toList(), Rungs::staled));
  }

  /**
   * The same stages, of which some stand on the day they would stand on in this other ladder too.
   */
  public static List<Stage> given(List<Stage> stages, List<Stage> ofAnotherLastDay) {
    return Rungs.staled(
        stages.stream()
            .map(
                stage ->
                    ofAnotherLastDay.stream()
                            .anyMatch(
                                other ->
                                    other.number() == stage.number()
                                        && other.on().equals(stage.on()))
                        ? stage.onGivenDay()
                        : stage)
            .toList());
  }

  /** Filed, but nobody knows whether one may stay: the warnings about the last day stay too. */
  public static List<Stage> filedButStayNotKnown(Course course, LocalDate filed) {
    return Rungs.staled(
        Stream.concat(
                filing(course, day -> Verb.WAIT).stream()
                    .filter(stage -> STAY.contains(stage.number()))
                    .filter(stage -> stage.on().isAfter(filed)),
                waiting(course, filed).stream())
            .toList());
  }

  /** The stages a person with these contacts gets, each stale when the next of those comes. */
  public static List<Stage> forContacts(List<Stage> stages, boolean phone, boolean mail) {
    return Rungs.staled(
        stages.stream().filter(stage -> stage.audience().includes(phone, mail)).toList());
  }
}

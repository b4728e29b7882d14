package org.termin.guidance.ladder;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.termin.contract.words.Channel;
import org.termin.guidance.plan.Verb;

/** Collects the stages of one document, keeps the cap, and says when each becomes stale. */
final class Rungs {

  private static final Comparator<Stage> BY_DAY =
      Comparator.comparing(Stage::on).thenComparing(Rungs::weight);

  private final Course course;
  private final Function<LocalDate, Verb> verbs;
  private final List<Stage> stages = new ArrayList<>();

  Rungs(Course course, Function<LocalDate, Verb> verbs) {
    this.course = course;
    this.verbs = verbs;
  }

  Course course() {
    return course;
  }

  /** Adds a stage; the trait methods of {@link Rung} fill in what is special. */
  void add(Rung rung, LocalDate on, LocalDate action) {
    stages.add(
        new Stage(
            rung.number(),
            course.document(),
            on,
            rung.channel(),
            rung.audience(),
            rung.shift(),
            on.plusDays(30),
            action,
            DAYS.between(on, action) <= 7,
            rung.isLastCall(),
            rung.isAfterExpiry(),
            rung.isUnlessAnswered(),
            rung.quietAfterSignUp(),
            verbs.apply(on),
            false,
            false));
  }

  boolean hasNear(LocalDate day, int days, Set<Integer> numbers) {
    return stages.stream()
        .anyMatch(
            stage ->
                numbers.contains(stage.number())
                    && Math.abs(DAYS.between(stage.on(), day)) <= days);
  }

  /** Leaves out the least useful ones above the cap, in the given order. */
  void keepTo(int most, Set<Integer> uncounted, List<Integer> dropFirst) {
    for (int number : dropFirst) {
      if (stages.stream().filter(stage -> !uncounted.contains(stage.number())).count() <= most) {
        return;
      }
      stages.removeIf(stage -> stage.number() == number);
    }
  }

  List<Stage> done() {
    return staled(stages);
  }

  /** In order of their days, each stale when the next one comes; the last after 30 days. */
  static List<Stage> staled(List<Stage> stages) {
    List<Stage> sorted = stages.stream().sorted(BY_DAY).toList();
    return sorted.stream()
        .map(
            stage ->
                sorted.stream()
                    .filter(next -> next.on().isAfter(stage.on()) && !isFollowUp(stage, next))
                    .min(
                        Comparator.comparing((Stage next) -> comes(stage, next))
                            .thenComparing(Stage::given))
                    .map(next -> stage.staleAfter(comes(stage, next), next.given()))
                    .orElseGet(() -> stage.staleAfter(stage.on().plusDays(30), stage.given())))
        .toList();
  }

  /**
   * The day of the next stage as this one's secret days count: nobody is without a word between a
   * warning that was moved earlier and what must not come early.
   */
  private static LocalDate comes(Stage stage, Stage next) {
    boolean apart = stage.movesEarlier() && !next.movesEarlier();
    return apart ? next.on().plusDays(Shift.MOST_DAYS) : next.on();
  }

  private static boolean isFollowUp(Stage stage, Stage next) {
    return stage.number() == StageNumber.START && next.number() == StageNumber.START_MAIL;
  }

  /** On one day the weightier is told: a repeated or last call before all, the mail copy last. */
  static int weight(Stage stage) {
    if (stage.number() == StageNumber.START_MAIL) {
      return -1;
    }
    return stage.lastCall() ? 100 : stage.number();
  }

  static Rung sms(int number) {
    return new Rung(number, Channel.SMS);
  }

  static Rung mail(int number) {
    return new Rung(number, Channel.EMAIL);
  }
}

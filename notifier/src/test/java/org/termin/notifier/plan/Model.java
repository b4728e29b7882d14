package org.termin.notifier.plan;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentType;

/**
 * The planner and the timetable once more, from the documents alone: <em>guidance</em>
 * (definitions, counting, ladder; decisions 0013 and 0014) and <em>delivery</em> (step 1; decision
 * 0063). As plain as possible and days only; it shares no code with what it checks.
 *
 * <p>Its world is smaller than the real one: one person, no answers "later", one route for each
 * document with a window, a lead, and at most one edge – a permit that needs a passport which is
 * still valid, or a passport whose substitute is filed only after its end. Grounds, several routes,
 * caps, substitutes and lost documents have properties of their own in {@code guidance}.
 */
final class Model {

  private static final int LONGEST_JITTER = 10;

  /** The rules of one step. */
  record Rules(
      List<Period> opens,
      List<Period> closes,
      List<Period> grace,
      @Nullable Integer lead,
      boolean asSoonAsItOpens,
      boolean needsPassport,
      boolean onlyAfterInvalid) {}

  /** A document; filed: the day somebody filed the step; renewed: nothing left to do. */
  record Doc(
      int number,
      int version,
      DocumentType type,
      LocalDate ends,
      @Nullable LocalDate filed,
      boolean renewed) {

    boolean isHeld() {
      return filed == null && !renewed;
    }
  }

  /** Who somebody is, for the planner. */
  record Someone(boolean phone, boolean mail, int jitter, LocalDate registered, List<Doc> docs) {}

  /**
   * Somebody's secret days: for what follows from last days, and for what follows from a filing.
   */
  record Jitter(int own, int given) {
    int of(boolean ofGivenDays) {
      return ofGivenDays ? given : own;
    }
  }

  /**
   * One stage of one document: its unmoved day, and what follows from it.
   *
   * @param given it follows from the day of a filing, not from a last day
   * @param staleGiven so does the next stage
   */
  record Stage(
      int number,
      LocalDate on,
      boolean early,
      Who who,
      LocalDate action,
      LocalDate stale,
      boolean given,
      boolean staleGiven) {

    LocalDate due(Jitter jitter) {
      return on.plusDays(move(jitter.of(given)));
    }

    /** The last UTC day on which it is worth sending. */
    LocalDate lastDay(Jitter jitter) {
      return stale.plusDays(move(jitter.of(staleGiven)));
    }

    int lane() {
      return DAYS.between(on, action) <= 7 ? 0 : 1;
    }

    private int move(int jitter) {
      return early ? -jitter : LONGEST_JITTER - jitter;
    }
  }

  /** Whom a stage is for. */
  enum Who {
    ALL,
    MAIL,
    PHONE_AND_MAIL
  }

  private final Someone someone;
  private final Doc doc;
  private final Rules rules;

  private final @Nullable LocalDate o;
  private final LocalDate c;
  private final LocalDate e;
  private final @Nullable LocalDate g;
  private final LocalDate a;
  private final LocalDate s;
  private final boolean blocked;
  private final List<Stage> stages = new ArrayList<>();

  private Model(Someone someone, Doc doc, Rules rules) {
    this.someone = someone;
    this.doc = doc;
    this.rules = rules;
    e = doc.ends();
    if (rules.onlyAfterInvalid()) {
      // O = E+1; no last day is known: A is the first possible day; no grace; prepared before E
      o = e.plusDays(1);
      c = e;
      g = null;
      a = o;
      blocked = false;
    } else {
      o = rules.opens().isEmpty() ? null : latest(rules.opens(), e);
      c = rules.closes().isEmpty() ? e : earliest(rules.closes(), e, -1);
      g = rules.grace().isEmpty() ? null : earliest(rules.grace(), e, 1);
      LocalDate passport = rules.needsPassport() ? passportEnds() : null;
      a = passport != null && passport.isBefore(c) ? passport : c;
      blocked = doc.isHeld() && passport != null && o != null && passport.isBefore(o);
    }
    LocalDate start;
    if (rules.asSoonAsItOpens() && o != null && !rules.onlyAfterInvalid()) {
      start = o;
    } else {
      long preparation = lead() - DAYS.between(c, e);
      start = (a.isBefore(c) ? a : c).minusDays(preparation);
    }
    s = start.isAfter(a) ? a : start;
  }

  /** The stages of a document for this person, each stale on the day of the next one. */
  static List<Stage> stages(Someone someone, Doc doc, Rules rules) {
    if (doc.renewed()) {
      return List.of();
    }
    Model model = new Model(someone, doc, rules);
    model.ladder();
    return model.staled(model.stages.stream().filter(model::isFor).toList()).stream()
        .filter(stage -> !(stage.number() == 1 && model.isQuiet(stage)))
        .toList();
  }

  // --- days

  private @Nullable LocalDate passportEnds() {
    return someone.docs().stream()
        .filter(other -> other.type() == DocumentType.PASSPORT && !other.renewed())
        .map(Doc::ends)
        .findFirst()
        .orElse(null);
  }

  private long lead() {
    return rules.lead() != null ? rules.lead() : doc.type() == DocumentType.PASSPORT ? 365 : 120;
  }

  /** Openings: months keep the day number; where it does not exist, the first of the next month. */
  private static LocalDate latest(List<Period> before, LocalDate end) {
    LocalDate latest = LocalDate.MIN;
    for (Period period : before) {
      LocalDate month = end.withDayOfMonth(1).minusMonths(period.toTotalMonths());
      LocalDate day =
          end.getDayOfMonth() <= month.lengthOfMonth()
              ? month.withDayOfMonth(end.getDayOfMonth())
              : month.plusMonths(1);
      day = day.minusDays(period.getDays());
      latest = day.isAfter(latest) ? day : latest;
    }
    return latest;
  }

  /** Closings and graces: where the day number does not exist, the last day of that month. */
  private static LocalDate earliest(List<Period> periods, LocalDate end, int sign) {
    LocalDate earliest = LocalDate.MAX;
    for (Period period : periods) {
      LocalDate month = end.withDayOfMonth(1).plusMonths(sign * period.toTotalMonths());
      LocalDate day =
          month
              .withDayOfMonth(Math.min(end.getDayOfMonth(), month.lengthOfMonth()))
              .plusDays((long) sign * period.getDays());
      earliest = day.isBefore(earliest) ? day : earliest;
    }
    return earliest;
  }

  // --- the ladder

  private void ladder() {
    LocalDate filed = doc.filed();
    if (filed != null && filedInTime(filed)) {
      waiting(filed);
    } else {
      filing();
    }
  }

  private boolean filedInTime(LocalDate on) {
    if (rules.onlyAfterInvalid()) {
      return on.isAfter(e);
    }
    LocalDate last = g == null ? c : g;
    LocalDate passport = rules.needsPassport() ? passportEnds() : null;
    return (o == null || !on.isBefore(o))
        && !on.isAfter(last)
        && (passport == null || !passport.isBefore(on));
  }

  private void filing() {
    if (rules.onlyAfterInvalid()) {
      afterInvalid();
    } else {
      ordinary();
    }
  }

  private void ordinary() {
    long d = DAYS.between(s, a);
    boolean asItOpens = s.equals(o) && !s.plusDays(LONGEST_JITTER).isAfter(a);
    papers();
    early(2, s, Who.ALL, a, !asItOpens);
    if (s.isBefore(a)) {
      early(12, s.plusDays(1), Who.PHONE_AND_MAIL, a, !asItOpens);
    }
    if (o != null && !blocked && Math.abs(DAYS.between(s, o)) > 14) {
      later(20, o, a);
    }
    if (d >= 35) {
      early(3, s.plusDays(d / 3), Who.MAIL, a, true);
    }
    if (d >= 63) {
      early(4, s.plusDays(2 * d / 3), Who.MAIL, a, true);
    }
    if (d >= 21) {
      early(5, a.minusDays(14), Who.ALL, a, true);
    }
    if (d >= 14) {
      early(6, a.minusDays(7), Who.MAIL, a, true);
    }
    if (d >= 4) {
      early(7, a.minusDays(2), Who.ALL, a, true);
    }
    if (a.isBefore(e.minusDays(7))) {
      later(17, a.plusDays(1), e);
    }
    later(8, e.plusDays(1), g == null ? e.plusDays(1) : g);
    if (g != null && g.minusDays(14 + LONGEST_JITTER).isAfter(e.plusDays(1))) {
      early(9, g.minusDays(14), Who.ALL, g, true);
    }
    if (g != null && g.minusDays(2).isAfter(e.plusDays(1))) {
      early(10, g.minusDays(2), Who.ALL, g, true);
    }
    atMostNine(Set.of(8, 9, 10), 3, 6);
  }

  /** Open-ended: 2 before E, W at O instead of 8, then 5, 6, 7 at O+7, O+14, O+28. */
  private void afterInvalid() {
    LocalDate opens = e.plusDays(1);
    papers();
    early(2, s, Who.ALL, a, true);
    if (s.isBefore(a)) {
      early(12, s.plusDays(1), Who.PHONE_AND_MAIL, a, true);
    }
    if (!opens.equals(s)) {
      later(20, opens, opens);
    }
    later(5, opens.plusDays(7), opens.plusDays(7));
    stages.add(stage(6, opens.plusDays(14), false, Who.MAIL, opens.plusDays(14)));
    later(7, opens.plusDays(28), opens.plusDays(28));
    atMostNine(Set.of(), 26, 6);
  }

  private void papers() {
    LocalDate papers = s.minusDays(90);
    if (doc.type() == DocumentType.PASSPORT) {
      LocalDate year = earliest(List.of(Period.ofMonths(12)), e, -1);
      papers = year.isBefore(papers) ? year : papers;
      early(50, e.minusDays(60), Who.MAIL, e, true);
    }
    early(1, papers, Who.MAIL, s, true);
  }

  /** Five mails in the year after filing; whether one may stay is not known: 5–8 stay too. */
  private void waiting(LocalDate filed) {
    if (doc.type() == DocumentType.RESIDENCE_PERMIT) {
      filing();
      stages.removeIf(
          stage -> !Set.of(5, 6, 7, 8).contains(stage.number()) || !stage.on().isAfter(filed));
    }
    int[] days = {30, 90, 180, 270, 360};
    for (int i = 0; i < days.length; i++) {
      LocalDate on = filed.plusDays(days[i]);
      stages.add(
          new Stage(30 + i, on, false, Who.MAIL, on.plusDays(30), on.plusDays(30), true, true));
    }
  }

  private void early(int number, LocalDate on, Who who, LocalDate action, boolean early) {
    stages.add(stage(number, on, early, who, action));
  }

  private void later(int number, LocalDate on, LocalDate action) {
    stages.add(stage(number, on, false, Who.ALL, action));
  }

  private static Stage stage(int number, LocalDate on, boolean early, Who who, LocalDate action) {
    return new Stage(number, on, early, who, action, on.plusDays(30), false, false);
  }

  private void atMostNine(Set<Integer> uncounted, int... dropFirst) {
    for (int number : dropFirst) {
      if (stages.stream().filter(stage -> !uncounted.contains(stage.number())).count() > 9) {
        stages.removeIf(stage -> stage.number() == number);
      }
    }
  }

  // --- for one person

  private boolean isFor(Stage stage) {
    return switch (stage.who()) {
      case ALL -> someone.phone() || someone.mail();
      case MAIL -> someone.mail();
      case PHONE_AND_MAIL -> someone.phone() && someone.mail();
    };
  }

  /** Not within 30 days of registration. */
  private boolean isQuiet(Stage stage) {
    return stage.on().isBefore(someone.registered().plusDays(30));
  }

  /**
   * The next stage of another day makes a stage stale, the mail beside the text does not; the
   * longest jitter more where a warning is moved to the front and what follows to the back.
   */
  private List<Stage> staled(List<Stage> all) {
    List<Stage> staled = new ArrayList<>();
    for (Stage stage : all) {
      Optional<Stage> next =
          all.stream()
              .filter(other -> other.on().isAfter(stage.on()))
              .filter(other -> !(stage.number() == 2 && other.number() == 12))
              .min(
                  Comparator.comparing((Stage other) -> comes(stage, other))
                      .thenComparing(Stage::given));
      staled.add(
          new Stage(
              stage.number(),
              stage.on(),
              stage.early(),
              stage.who(),
              stage.action(),
              next.map(other -> comes(stage, other)).orElse(stage.on().plusDays(30)),
              stage.given(),
              next.map(Stage::given).orElse(stage.given())));
    }
    return staled;
  }

  private static LocalDate comes(Stage stage, Stage other) {
    return other.on().plusDays(stage.early() && !other.early() ? LONGEST_JITTER : 0);
  }

  /** The numbers a ladder may use once only. */
  static boolean isOnce(List<Stage> stages) {
    return new HashSet<>(stages.stream().map(Stage::number).toList()).size() == stages.size();
  }
}

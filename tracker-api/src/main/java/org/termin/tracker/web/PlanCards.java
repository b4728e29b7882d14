package org.termin.tracker.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.plan.Flag;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.Purpose;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.plan.Status;
import org.termin.guidance.plan.Verb;
import org.termin.guidance.text.Advice;
import org.termin.guidance.text.ByAnswer;
import org.termin.tracker.http.Wordings;

/** Puts a plan into words. */
@Component
class PlanCards {
  private static final Set<Status> SETTLED = Set.of(Status.RENEWED, Status.FILED_WAITING);

  private final MessageSource texts;
  private final Wordings wordings;

  PlanCards(MessageSource texts, Wordings wordings) {
    this.texts = texts;
    this.wordings = wordings;
  }

  /** Whether the country's steps stand in another language than the page. */
  boolean inEnglish(Situation situation, Locale locale) {
    return !wordings.isIn(situation.country(), locale);
  }

  /** The nearest deadline comes first, of one day the children's; what is settled comes last. */
  List<PlanCard> of(Plan plan, Situation situation, Ahead ahead, Locale locale) {
    Comparator<SlotPlan> order =
        Comparator.<SlotPlan, Boolean>comparing(slot -> SETTLED.contains(slot.status()))
            .thenComparing(PlanCards::deadline)
            .thenComparing(slot -> !situation.person(slot.document().person()).child())
            .thenComparingInt(slot -> slot.document().number());
    return plan.slots().stream()
        .sorted(order)
        .map(slot -> card(plan, slot, situation, ahead, locale))
        .toList();
  }

  private static LocalDate deadline(SlotPlan slot) {
    LocalDate by = slot.applyBy();
    return by != null
        ? by
        : Objects.requireNonNullElse(slot.document().lastValidDay(), LocalDate.MAX);
  }

  private PlanCard card(Plan plan, SlotPlan slot, Situation situation, Ahead ahead, Locale locale) {
    var say = new Say(texts, locale);
    Advice advice = wordings.advice(plan, slot, locale);
    return new PlanCard(
        slot.document().number(),
        title(slot, situation, say),
        tone(slot.status()),
        say.text("status." + slot.status()),
        headline(slot, advice, say),
        dates(slot, advice, say),
        Timeline.of(shown(slot, advice), plan.today(), said(plan, slot, advice, say)).orElse(null),
        advice.byAnswer(),
        slot.flags().stream()
            .filter(flag -> flag != Flag.LATE && advice.tells(flag))
            .sorted()
            .map(f -> say.text("flag." + f))
            .toList(),
        slot.waysOut().stream().map(way -> say.text("unblock." + way)).toList(),
        advice.steps().stream().map(Advice.Line::text).toList(),
        advice.unknown().stream().map(Advice.Line::text).toList(),
        help(advice, say),
        links(advice),
        purposes(slot, say),
        advice.reasons(slot.trace()).stream()
            .map(line -> new PlanCard.Why(wordings.reason(line, locale), line.binds()))
            .toList(),
        sources(slot, advice, say),
        ahead.of(slot).stream()
            .filter(stage -> !stage.on().isBefore(plan.today()))
            .sorted(Comparator.comparing(stage -> stage.on()))
            .map(
                stage ->
                    say.text(
                        "plan.reminder",
                        say.day(stage.on()),
                        say.text("channel." + stage.preferred())))
            .toList(),
        slot.status() != Status.RENEWED);
  }

  /** "Passport – you", "Residence permit – child 3". */
  private static String title(SlotPlan slot, Situation situation, Say say) {
    var person = situation.person(slot.document().person());
    boolean alone =
        situation.documents().stream().map(one -> one.person()).distinct().count() == 1
            && !person.child();
    String document = say.text("document." + slot.document().type());
    if (alone) {
      return document;
    }
    String who =
        say.text(
            person.child() ? "person.child" : "person.adult", ordinal(situation, person.number()));
    String sign = person.sign() == null ? "" : " · " + say.text("sign." + person.sign());
    return document + " · " + who + sign;
  }

  /** Adults and children are counted apart, as the form counts them. */
  static int ordinal(Situation situation, int person) {
    boolean child = situation.person(person).child();
    return Math.toIntExact(
        situation.documents().stream()
            .map(HeldDocument::person)
            .distinct()
            .filter(other -> other <= person && situation.person(other).child() == child)
            .count());
  }

  private static String tone(Status status) {
    return switch (status) {
      case RENEWED, VALID, FILED_WAITING -> "calm";
      case START_NOW, WINDOW_OPEN, ASK -> "soon";
      case APPLY_NOW, GRACE, LAPSED, BLOCKED -> "now";
    };
  }

  private static String headline(SlotPlan slot, Advice advice, Say say) {
    if (advice.action() != null) {
      return advice.action();
    }
    LocalDate opens = slot.opens();
    LocalDate applyBy = slot.applyBy();
    LocalDate grace = slot.graceEnd();
    return switch (slot.verb()) {
      case PREPARE ->
          opens == null ? say.text("verb.PREPARE") : say.text("verb.PREPARE.day", say.day(opens));
      case FILE ->
          applyBy == null ? say.text("verb.FILE") : say.text("verb.FILE.day", say.day(applyBy));
      case FILE_LATE ->
          grace == null
              ? say.text("verb.FILE_LATE")
              : say.text("verb.FILE_LATE.day", say.day(grace));
      case PREPARE_AND_FILE_WHEN_TAKEN, ACT, ASK, WAIT, NOTHING -> say.text("verb." + slot.verb());
    };
  }

  /** The picture in words: today, then every day of the plan. */
  private static String said(Plan plan, SlotPlan slot, Advice advice, Say say) {
    String today = say.text("date.today") + ": " + say.day(plan.today());
    return Stream.concat(
            Stream.of(today),
            dates(slot, advice, say).stream().map(line -> line.label() + ": " + line.value()))
        .collect(Collectors.joining("; "));
  }

  /** As they come, one after the other. */
  private static List<PlanCard.Line> dates(SlotPlan slot, Advice advice, Say say) {
    Days days = shown(slot, advice);
    String by = slot.verb() == Verb.ACT ? "date.act" : "date.apply";
    return Stream.of(
            new Dated("date.opens", days.opens(), "open"),
            new Dated("date.start", days.start(), "start"),
            new Dated(by, days.apply(), "apply"),
            new Dated("date.grace", days.grace(), "late"),
            new Dated("date.last", days.last(), "last"))
        .flatMap(one -> Stream.ofNullable(one.day()).map(day -> Map.entry(day, one)))
        .sorted(Map.Entry.comparingByKey())
        .map(one -> line(one.getKey(), one.getValue(), say))
        .toList();
  }

  private static PlanCard.Line line(LocalDate day, Dated what, Say say) {
    return new PlanCard.Line(
        say.text(what.key()), say.day(day), what.mark().equals("apply"), what.mark());
  }

  /**
   * What is said of a document's days, in words and in the picture: no day of filing without it.
   */
  private static Days shown(SlotPlan slot, Advice advice) {
    ByAnswer byAnswer = advice.byAnswer();
    boolean files = !advice.filesNothing();
    boolean opens = files && (byAnswer == null || !byAnswer.datesDiffer());
    return new Days(
        opens ? slot.opens() : null,
        slot.startBy(),
        files ? slot.applyBy() : null,
        files ? slot.graceEnd() : null,
        slot.document().lastValidDay());
  }

  /** The days of one document's plan, as far as they are known and mean something. */
  record Days(
      @Nullable LocalDate opens,
      @Nullable LocalDate start,
      @Nullable LocalDate apply,
      @Nullable LocalDate grace,
      @Nullable LocalDate last) {
    @Override
    public String toString() {
      return "Days";
    }
  }

  private record Dated(String key, @Nullable LocalDate day, String mark) {}

  /** Only purposes that end on another day than the printed one are worth a line. */
  private static List<String> purposes(SlotPlan slot, Say say) {
    List<String> lines = new ArrayList<>();
    for (Purpose purpose : slot.purposes()) {
      String kind = say.text("purpose." + purpose.kind());
      LocalDate until = purpose.until();
      if (!purpose.confirmed()) {
        lines.add(say.text("purpose.unknown", kind));
      } else if (purpose.untilDecision()) {
        lines.add(say.text("purpose.decision", kind));
      } else if (until == null) {
        lines.add(say.text("purpose.always", kind));
      } else if (!Objects.equals(until, slot.document().lastValidDay())) {
        lines.add(say.text("purpose.until", kind, say.day(until)));
      }
    }
    return lines;
  }

  private static List<String> help(Advice advice, Say say) {
    List<String> lines = new ArrayList<>();
    if (advice.official() != null) {
      lines.add(say.text("plan.official", advice.official()));
    }
    if (advice.missed() != null) {
      lines.add(advice.missed());
    }
    if (advice.help() != null) {
      lines.add(advice.help());
    }
    return lines;
  }

  private static List<PlanCard.Link> links(Advice advice) {
    List<PlanCard.Link> links = new ArrayList<>();
    var page = advice.page();
    if (page != null) {
      links.add(new PlanCard.Link(page.url().toString(), page.name()));
    }
    URI help = advice.helpPage();
    if (help != null) {
      links.add(new PlanCard.Link(help.toString(), String.valueOf(help.getHost())));
    }
    return links;
  }

  private static List<PlanCard.Source> sources(SlotPlan slot, Advice advice, Say say) {
    return advice.sources(slot.trace()).entrySet().stream()
        .map(
            one ->
                new PlanCard.Source(
                    one.getKey().toString(),
                    String.valueOf(one.getKey().getHost()),
                    say.day(one.getValue())))
        .toList();
  }
}

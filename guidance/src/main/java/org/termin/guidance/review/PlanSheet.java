package org.termin.guidance.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Language;
import org.termin.contract.words.Wording;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.plan.Trace;
import org.termin.guidance.text.Advice;
import org.termin.guidance.text.ByAnswer;
import org.termin.guidance.text.Texts;
import org.termin.guidance.text.Told;

/** A plan with its reasons as lines that a lawyer reads and compares. */
public final class PlanSheet {
  private final Texts texts;
  private final Language language;

  public PlanSheet(Texts texts, Language language) {
    this.texts = texts;
    this.language = texts.spoken(language);
  }

  /** Dates, status and reasons of every document, what to do, and what is not known. */
  public List<String> lines(Plan plan) {
    List<String> lines = new ArrayList<>();
    plan.slots().forEach(slot -> slot(plan, slot, lines));
    return lines;
  }

  /** The same with sources. */
  public List<String> full(Plan plan) {
    List<String> lines = new ArrayList<>();
    for (SlotPlan slot : plan.slots()) {
      slot(plan, slot, lines);
      lines.add("  sources");
      slot.trace().lines().stream()
          .map(Trace.Line::claim)
          .filter(claim -> claim != null)
          .distinct()
          .map(
              claim ->
                  "    %s: %s, checked %s, %s confidence"
                      .formatted(
                          claim.id(),
                          claim.sources().getFirst(),
                          claim.checked(),
                          word(claim.confidence())))
          .forEach(lines::add);
      lines.add("");
    }
    return lines;
  }

  private void slot(Plan plan, SlotPlan slot, List<String> lines) {
    Told told = new Told(plan.country(), slot, plan.today(), false, 0);
    String document = texts.document(language, slot.document().type());
    lines.add(
        "%s, last valid day %s: %s"
            .formatted(document, day(slot.document().lastValidDay()), word(slot.status())));
    lines.add(
        "  opens %s | start by %s | apply by %s | closes %s | grace until %s"
            .formatted(
                day(slot.opens()),
                day(slot.startBy()),
                day(slot.applyBy()),
                day(slot.closes()),
                day(slot.graceEnd())));
    lines.add("  route %s, bound by %s%s".formatted(slot.route(), slot.bindingRule(), flags(slot)));
    Advice advice = texts.advice(language, told);
    advice
        .reasons(slot.trace())
        .forEach(line -> lines.add("  - " + texts.reason(language, line) + mark(line)));
    ByAnswer byAnswer = advice.byAnswer();
    if (byAnswer != null) {
      section(byAnswer.question(), byAnswer.windows(), lines);
    }
    lines.add(
        "  text message: " + texts.sms(StageNumber.START, Wording.CLEAR, language, "word", told));
    section("what to do", texts(advice.steps()), lines);
    section("not known", texts(advice.unknown()), lines);
  }

  private static String mark(Trace.Line line) {
    return " [" + line.rule() + (line.binds() ? ", binds]" : "]");
  }

  private static String flags(SlotPlan slot) {
    return slot.flags().isEmpty()
        ? ""
        : slot.flags().stream()
            .map(PlanSheet::word)
            .sorted()
            .collect(Collectors.joining(", ", "; ", ""));
  }

  private static List<String> texts(List<Advice.Line> lines) {
    return lines.stream().map(Advice.Line::text).toList();
  }

  private static void section(String title, List<String> said, List<String> lines) {
    if (!said.isEmpty()) {
      lines.add("  " + title);
      said.forEach(line -> lines.add("    " + line));
    }
  }

  private String day(@Nullable LocalDate day) {
    return day == null ? "–" : texts.day(language, day);
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

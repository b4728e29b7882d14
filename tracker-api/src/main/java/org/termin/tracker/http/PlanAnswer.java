package org.termin.tracker.http;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.Purpose;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.plan.Trace;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.text.Advice;
import org.termin.guidance.text.ByAnswer;

/** A plan as JSON: dates, what to do, and why, with the sources behind it. */
public record PlanAnswer(
    String country, LocalDate today, boolean generic, List<DocumentPlan> documents) {

  /** What one document needs. */
  public record DocumentPlan(
      int document,
      int person,
      String type,
      @Nullable LocalDate lastValidDay,
      String status,
      String verb,
      String route,
      @Nullable LocalDate opens,
      @Nullable LocalDate startBy,
      @Nullable LocalDate applyBy,
      @Nullable LocalDate closes,
      @Nullable LocalDate graceEnd,
      String bindingRule,
      int daysLeft,
      List<String> notes,
      List<Serves> purposes,
      List<String> waysOut,
      List<Reason> reasons,
      List<Reminder> reminders,
      @Nullable ByAnswer byAnswer,
      List<String> steps,
      List<String> open,
      @Nullable String missed,
      @Nullable String official,
      @Nullable String help,
      @Nullable URI page,
      List<URI> sources) {
    @Override
    public String toString() {
      return "DocumentPlan";
    }
  }

  /** Until when a document serves a purpose. */
  public record Serves(
      String purpose, @Nullable LocalDate until, boolean untilDecision, boolean confirmed) {}

  /** One line of why. */
  public record Reason(
      String said,
      String text,
      String rule,
      @Nullable String document,
      @Nullable LocalDate day,
      boolean binds,
      boolean confirmed,
      @Nullable LocalDate checked) {}

  /** A message the person would get; its true day is moved by up to six days. */
  public record Reminder(int stage, LocalDate on, String channel, LocalDate about) {}

  static PlanAnswer of(Plan plan, Wordings wordings, Locale locale) {
    return new PlanAnswer(
        plan.country().code(),
        plan.today(),
        plan.generic(),
        plan.slots().stream().map(slot -> of(plan, slot, wordings, locale)).toList());
  }

  private static DocumentPlan of(Plan plan, SlotPlan slot, Wordings wordings, Locale locale) {
    Advice advice = wordings.advice(plan, slot, locale);
    return new DocumentPlan(
        slot.document().number(),
        slot.document().person(),
        slot.document().type().wire(),
        slot.document().lastValidDay(),
        word(slot.status()),
        word(slot.verb()),
        slot.route(),
        slot.opens(),
        slot.startBy(),
        slot.applyBy(),
        slot.closes(),
        slot.graceEnd(),
        slot.bindingRule(),
        slot.daysLeft(),
        slot.flags().stream().map(PlanAnswer::word).sorted().toList(),
        slot.purposes().stream().map(PlanAnswer::of).toList(),
        slot.waysOut().stream().map(PlanAnswer::word).toList(),
        slot.trace().lines().stream().map(line -> of(line, wordings, locale)).toList(),
        slot.stages().stream()
            .map(
                stage ->
                    new Reminder(
                        stage.number(), stage.on(), word(stage.preferred()), stage.actionDate()))
            .toList(),
        advice.byAnswer(),
        advice.steps().stream().map(Advice.Line::text).toList(),
        advice.unknown().stream().map(Advice.Line::text).toList(),
        advice.missed(),
        advice.official(),
        advice.help(),
        advice.page() == null ? null : advice.page().url(),
        List.copyOf(advice.sources(slot.trace()).keySet()));
  }

  private static Serves of(Purpose purpose) {
    return new Serves(
        word(purpose.kind()), purpose.until(), purpose.untilDecision(), purpose.confirmed());
  }

  private static Reason of(Trace.Line line, Wordings wordings, Locale locale) {
    return new Reason(
        word(line.said()),
        wordings.reason(line, locale),
        line.rule(),
        Optional.ofNullable(line.document()).map(type -> type.wire()).orElse(null),
        line.day(),
        line.binds(),
        line.confirmed(),
        Optional.ofNullable(line.claim()).map(Claim::checked).orElse(null));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Dates of a person do not print themselves. */
  @Override
  public String toString() {
    return "PlanAnswer";
  }
}

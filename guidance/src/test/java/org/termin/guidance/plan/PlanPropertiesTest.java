package org.termin.guidance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.termin.guidance.plan.Made.*;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.ladder.Stage;
import org.termin.guidance.ladder.StageNumber;
import org.termin.guidance.plan.Invented.Case;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Rule;
import org.termin.guidance.rule.Window;

/** What holds for every country and household, by the letters of the definition. */
class PlanPropertiesTest {

  private static final Set<Integer> PHONE_ONLY = Set.of(2, 20, 5, 7, 17, 8, 9, 10, 25, 27);
  private static final Set<Integer> UNCOUNTED = Set.of(8, 9, 10, 30, 31, 32, 33, 34);

  @Provide
  Arbitrary<Case> cases() {
    return Invented.cases();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void a_applyByIsNeverAfterTheClosingOrARequiredDocumentOrThePrintedDay(
      @ForAll("cases") Case made) {
    for (SlotPlan slot : made.plan().slots()) {
      LocalDate applyBy = slot.applyBy();
      if (applyBy == null || slot.status() == Status.BLOCKED) {
        continue;
      }
      if (!afterInvalid(slot)) {
        assertThat(applyBy).isBeforeOrEqualTo(Objects.requireNonNull(slot.closes()));
        assertThat(applyBy).isBeforeOrEqualTo(slot.document().lastValidDay());
      }
      for (Rule.RequiresValidAtFiling rule :
          route(made, slot).rules(Rule.RequiresValidAtFiling.class)) {
        LocalDate needed = onlyHeld(made, rule.document());
        boolean accepted = !route(made, slot).rules(Rule.AcceptsExpired.class).isEmpty();
        boolean binds = slot.trace().of(Trace.Said.DOES_NOT_BIND_YET).isEmpty();
        if (needed != null && !needed.isBefore(made.today()) && !accepted && binds) {
          assertThat(applyBy).isBeforeOrEqualTo(needed);
        }
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void b_aLaterPrintedDateNeverMovesApplyByEarlier(
      @ForAll("cases") Case made, @ForAll @IntRange(min = 1, max = 400) int days) {
    Assume.that(
        made.documents().stream()
            .allMatch(
                held ->
                    held.state() instanceof DocumentState.Held
                        && !end(held).isBefore(made.today())));
    Plan before = made.plan();
    for (HeldDocument moved : made.documents()) {
      Plan after =
          made.with(
                  made.documents().stream()
                      .map(held -> held.equals(moved) ? later(held, days) : held)
                      .toList())
              .plan();
      for (SlotPlan slot : before.slots()) {
        SlotPlan then = after.slot(slot.document().number()).orElseThrow();
        // where the facts do not decide, a requirement may begin to bind
        if (decided(slot) && decided(then)) {
          assertThat(then.applyBy()).isAfterOrEqualTo(slot.applyBy());
        }
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void c_anotherDocumentMovesApplyByLaterOnlyWhereItSatisfiesSomething(@ForAll("cases") Case made) {
    Assume.that(made.documents().size() > 1);
    Case without = made.with(made.documents().subList(0, made.documents().size() - 1));
    Assume.that(
        without.documents().stream().allMatch(held -> held.state() instanceof DocumentState.Held));
    HeldDocument added = made.documents().getLast();
    boolean satisfies =
        added.type() == DocumentType.TRAVEL_DOCUMENT && !made.pack().substitutions().isEmpty();
    for (SlotPlan slot : without.plan().slots()) {
      SlotPlan then = made.plan().slot(slot.document().number()).orElseThrow();
      boolean asked = slot.has(Flag.OTHER_DOCUMENT_NOT_ENTERED);
      if (!satisfies && !asked && then.status() != Status.BLOCKED) {
        assertThat(then.applyBy()).isBeforeOrEqualTo(slot.applyBy());
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void d_startByIsNeverAfterApplyBy(@ForAll("cases") Case made) {
    for (SlotPlan slot : made.plan().slots()) {
      if (slot.applyBy() != null) {
        assertThat(slot.startBy()).isBeforeOrEqualTo(slot.applyBy());
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void e_nothingSaysFileBeforeTheOpening(@ForAll("cases") Case made) {
    for (SlotPlan slot : made.plan().slots()) {
      LocalDate opens = slot.opens();
      if (opens == null) {
        continue;
      }
      if (made.today().isBefore(opens)) {
        assertThat(slot.verb()).isNotIn(Verb.FILE, Verb.FILE_LATE);
      }
      for (Stage stage : slot.stages()) {
        if (stage.on().isBefore(opens)) {
          assertThat(stage.verb()).isNotIn(Verb.FILE, Verb.FILE_LATE);
        }
        if (stage.number() == StageNumber.WINDOW_OPENED) {
          assertThat(stage.on()).isEqualTo(opens);
          assertThat(stage.movesEarlier()).isFalse();
        }
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void f_aChangedRuleMovesOnlyTheSlotsItTouches(@ForAll("cases") Case made) {
    List<Route> routes = new ArrayList<>(made.pack().routes());
    routes.replaceAll(
        route -> route.document() == DocumentType.TRAVEL_DOCUMENT ? withOtherWindow(route) : route);
    Pack changed = new Pack(PL, TODAY, null, routes, made.pack().substitutions(), List.of());

    Plan before = made.plan();
    Plan after = made.with(changed).plan();

    for (SlotPlan slot : before.slots()) {
      if (slot.document().type() != DocumentType.TRAVEL_DOCUMENT) {
        assertThat(after.slot(slot.document().number())).contains(slot);
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void g_theSameQuestionHasTheSameAnswerAndEveryDateItsReason(@ForAll("cases") Case made) {
    Plan plan = made.plan();
    assertThat(made.plan()).isEqualTo(plan);
    for (SlotPlan slot : plan.slots()) {
      Set<LocalDate> explained = new HashSet<>();
      slot.trace().lines().stream()
          .map(Trace.Line::day)
          .filter(Objects::nonNull)
          .forEach(explained::add);
      // a start never after apply-by; a blocked step acts today
      Stream.of(slot.applyBy(), slot.startBy())
          .filter(made.today()::equals)
          .forEach(explained::add);
      if (slot.applyBy() != null) {
        assertThat(explained).contains(slot.applyBy());
      }
      Stream.of(slot.opens(), slot.startBy(), slot.closes(), slot.graceEnd())
          .filter(Objects::nonNull)
          .forEach(day -> assertThat(explained).contains(day));
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theLadderIsOrderedAndNotTooLong(
      @ForAll("cases") Case made, @ForAll boolean phone, @ForAll boolean mail) {
    for (SlotPlan slot : made.plan().slots()) {
      List<Stage> stages = slot.stagesFor(phone, mail);
      assertThat(stages).isSortedAccordingTo(Comparator.comparing(Stage::on));
      assertThat(stages.stream().map(Stage::number)).doesNotHaveDuplicates();
      assertThat(stages.stream().filter(s -> !UNCOUNTED.contains(s.number())).count())
          .isLessThanOrEqualTo(9);
      assertThat(stages)
          .allSatisfy(
              stage -> {
                assertThat(stage.staleAfter()).isAfter(stage.on());
                assertThat(stage.document()).isEqualTo(slot.document().number());
                assertThat(stage.urgent())
                    .isEqualTo(!stage.on().plusDays(7).isBefore(stage.actionDate()));
              });
      if (phone && !mail) {
        assertThat(stages.stream().map(Stage::number)).isSubsetOf(PHONE_ONLY);
      }
      if (!phone && !mail) {
        assertThat(stages).isEmpty();
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aTravelDocumentNeverFiledOrLostCounts(@ForAll("cases") Case made) {
    Case filed =
        made.with(
            made.documents().stream()
                .map(
                    held ->
                        held.type() == DocumentType.TRAVEL_DOCUMENT
                            ? held.next(new DocumentState.Filed(made.today()))
                            : held)
                .toList());
    Case without =
        made.with(
            made.documents().stream()
                .filter(held -> held.type() != DocumentType.TRAVEL_DOCUMENT)
                .toList());
    Assume.that(!without.documents().isEmpty());
    for (SlotPlan slot : without.plan().slots()) {
      assertThat(filed.plan().slot(slot.document().number())).contains(slot);
    }
  }

  private static boolean decided(SlotPlan slot) {
    return slot.status() != Status.BLOCKED && slot.status() != Status.ASK;
  }

  private static boolean afterInvalid(SlotPlan slot) {
    return slot.has(Flag.FILED_ONLY_AFTER_EXPIRY) || slot.has(Flag.AFTER_EXPIRY_NOT_KNOWN);
  }

  private static Route route(Case made, SlotPlan slot) {
    return made.pack().routesFor(slot.document().type()).getFirst();
  }

  /** The end of a held document nothing stands in for. */
  private static @Nullable LocalDate onlyHeld(Case made, DocumentType type) {
    boolean substituted =
        type == DocumentType.PASSPORT
            && made.end(DocumentType.TRAVEL_DOCUMENT) != null
            && !made.pack().substitutions().isEmpty();
    boolean held =
        made.documents().stream()
            .anyMatch(d -> d.type() == type && d.state() instanceof DocumentState.Held);
    return held && !substituted ? made.end(type) : null;
  }

  private static LocalDate end(HeldDocument held) {
    return Objects.requireNonNull(held.lastValidDay());
  }

  private static HeldDocument later(HeldDocument held, int days) {
    return new HeldDocument(
        held.number(),
        held.version(),
        held.person(),
        held.type(),
        end(held).plusDays(days),
        held.state());
  }

  private static Route withOtherWindow(Route route) {
    return new Route(
        route.id(),
        route.document(),
        route.grounds(),
        route.claim(),
        new Window(
            opens("OTHER-OPENS", "P77D"),
            closes("OTHER-CLOSES", Period.ofDays(11).toString()),
            null),
        !route.asSoonAsItOpens(),
        route.onlyWhenLost(),
        route.rules(),
        route.leads(),
        route.processing(),
        route.waysOut(),
        route.stayWhilePending());
  }
}

package org.termin.guidance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.termin.guidance.plan.Made.*;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Language;
import org.termin.contract.words.Situation;
import org.termin.guidance.ladder.Stage;
import org.termin.guidance.plan.Made.RouteMaker;
import org.termin.guidance.rule.Certainty;
import org.termin.guidance.rule.Closing;
import org.termin.guidance.rule.Grace;
import org.termin.guidance.rule.GroundQuestion;
import org.termin.guidance.rule.Opening;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Rule;
import org.termin.guidance.rule.Stay;
import org.termin.guidance.rule.Substitution;
import org.termin.guidance.rule.Substitution.Edge;
import org.termin.guidance.rule.Supersession;
import org.termin.guidance.rule.Unblock;

/** One edge, one life of a rule, one state at a time. */
class EdgesTest {

  private static final Country DK = new Country("DK");

  @Test
  void aCapMovesTheSubstituteEarlierAndSaysThatARenewalAddsNoDay() {
    Pack denmark =
        pack(
            DK,
            permitAnyTime()
                .rule(new Rule.CappedBy(claim("DK-CAP"), DocumentType.PASSPORT, Period.ofMonths(3)))
                .build(),
            route(DocumentType.PASSPORT, "DK-SUBSTITUTE").processing(171).lead(270).build());

    Plan plan = plan(denmark, passport("2028-06-30"), permit("2028-12-31"));

    SlotPlan passport = slot(plan, 1);
    assertThat(passport.applyBy()).isEqualTo(day("2028-03-30").minusDays(171));
    assertThat(passport.bindingRule()).isEqualTo("DK-CAP");
    assertThat(passport.purposes())
        .contains(new Purpose(Purpose.Kind.BASE, day("2028-03-30"), false, true));
    SlotPlan permit = slot(plan, 2);
    assertThat(permit.has(Flag.RENEWAL_ADDS_NO_DAY)).isTrue();
    assertThat(permit.applyBy()).isEqualTo(day("2028-12-31"));
  }

  @Test
  void aPassportThatHasToOutliveTheNextPermitIsNeededLongBefore() {
    Pack turkey =
        pack(
            DK,
            permitAnyTime()
                .rule(new Rule.Outlives(claim("TR-60"), DocumentType.PASSPORT, Period.ofDays(60)))
                .build(),
            route(DocumentType.PASSPORT, "TR-SUBSTITUTE").lead(240).build());

    Plan plan = plan(turkey, passport("2028-06-30"), permit("2028-12-31"));

    assertThat(slot(plan, 1).applyBy()).isEqualTo(day("2028-05-01"));
    assertThat(slot(plan, 1).bindingRule()).isEqualTo("TR-60");
    SlotPlan permit = slot(plan, 2);
    assertThat(permit.has(Flag.RENEWAL_ADDS_NO_DAY)).isTrue();
    assertThat(permit.trace().of(Trace.Said.MUST_OUTLIVE))
        .singleElement()
        .satisfies(line -> assertThat(line.day()).isEqualTo(day("2028-05-01")));
    assertThat(permit.trace().of(Trace.Said.CAPPED)).isEmpty();
  }

  @Test
  void aTravelDocumentThatEndsWithThePermitServesNoLonger() {
    Pack pack =
        pack(
            DK,
            permitAnyTime().build(),
            route(DocumentType.TRAVEL_DOCUMENT, "DE-NEXT")
                .rule(new Rule.EndsWith(claim("DE-ENDS"), DocumentType.RESIDENCE_PERMIT))
                .build());

    SlotPlan cut = slot(plan(pack, permit("2027-12-31"), travel("2029-01-01")), 3);
    assertThat(cut.purposes())
        .containsExactly(new Purpose(Purpose.Kind.TRAVEL, day("2027-12-31"), false, true));
    assertThat(cut.trace().of(Trace.Said.ENDS_WITH))
        .singleElement()
        .satisfies(line -> assertThat(line.day()).isEqualTo(day("2027-12-31")));
    // it moves no day of its own step
    assertThat(cut.applyBy()).isEqualTo(day("2029-01-01"));

    SlotPlan whole = slot(plan(pack, permit("2030-12-31"), travel("2029-01-01")), 3);
    assertThat(whole.purposes())
        .containsExactly(new Purpose(Purpose.Kind.TRAVEL, day("2029-01-01"), false, true));
    assertThat(whole.trace().of(Trace.Said.ENDS_WITH)).isEmpty();
  }

  @Test
  void capsOfOneGroundBindNobodyOnAnother() {
    Pack canada =
        new Pack(
            DK,
            TODAY,
            new GroundQuestion(
                Map.of(),
                List.of(
                    new GroundQuestion.Ground("temporary", Map.of()),
                    new GroundQuestion.Ground("permanent", Map.of()))),
            List.of(
                permitAnyTime()
                    .grounds("temporary")
                    .rule(new Rule.CappedBy(claim("CAP"), DocumentType.PASSPORT, Period.ZERO))
                    .build(),
                route(DocumentType.RESIDENCE_PERMIT, "PERMANENT").grounds("permanent").build(),
                route(DocumentType.PASSPORT, "KEPT").grounds("temporary").build(),
                route(DocumentType.PASSPORT, "CERTIFICATE")
                    .grounds("permanent")
                    .processing(90)
                    .build()),
            List.of(),
            List.of());

    Plan plan = plan(canada, passport("2027-09-20"), permit("2027-11-10"));

    assertThat(slot(plan, 1).applyBy()).isEqualTo(day("2027-09-20"));
  }

  @Test
  void aSubstituteThatLiftsTheCapMovesItLater() {
    Pack plain =
        pack(
            DK,
            permitAnyTime()
                .rule(new Rule.CappedBy(claim("DK-CAP"), DocumentType.PASSPORT, Period.ofMonths(3)))
                .build(),
            route(DocumentType.PASSPORT, "DK-SUBSTITUTE").processing(171).build());
    Pack lifting = with(plain, Set.of(Edge.CAP));
    HeldDocument[] held = {passport("2028-06-30"), permit("2028-12-31"), travel("2031-01-01")};

    assertThat(slot(plan(plain, held), 2).has(Flag.RENEWAL_ADDS_NO_DAY)).isTrue();
    assertThat(slot(plan(lifting, held), 2).has(Flag.RENEWAL_ADDS_NO_DAY)).isFalse();
    assertThat(slot(plan(lifting, held), 1).applyBy()).isEqualTo(day("2028-06-30"));
  }

  @Test
  void aPassportThatEndsBeforeTheWindowOpensBlocksAndNamesTheWayOut() {
    Pack pack =
        pack(
            DK,
            route(DocumentType.RESIDENCE_PERMIT, "RENEWAL")
                .window(opens("OPENS", "P60D"), closes("CLOSES", "P0D"), null)
                .rule(needsPassport(Certainty.KNOWN))
                .wayOut(Unblock.TRAVEL_DOCUMENT_FIRST, DocumentType.PASSPORT)
                .wayOut(Unblock.RENEW_PERMIT_FIRST, DocumentType.RESIDENCE_PERMIT)
                .lead(90)
                .build());

    SlotPlan slot = slot(plan(pack, passport("2027-04-30"), permit("2027-06-30")), 2);

    assertThat(slot.status()).isEqualTo(Status.BLOCKED);
    assertThat(slot.verb()).isEqualTo(Verb.ACT);
    assertThat(slot.applyBy()).isEqualTo(day("2027-04-30"));
    assertThat(slot.waysOut()).containsExactly(Unblock.TRAVEL_DOCUMENT_FIRST);
    assertThat(slot.trace().of(Trace.Said.BLOCKED_BY))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.rule()).isEqualTo("NEEDS");
              assertThat(line.document()).isEqualTo(DocumentType.PASSPORT);
            });
    assertThat(slot.trace().of(Trace.Said.WAY_OUT)).hasSize(1);
    assertThat(slot.stages()).allSatisfy(stage -> assertThat(stage.verb()).isEqualTo(Verb.ACT));
    // one day longer and there is a day to file
    assertThat(slot(plan(pack, passport("2027-05-01"), permit("2027-06-30")), 2).status())
        .isEqualTo(Status.VALID);
  }

  @Test
  void whereThePassportIsOverTheLadderRunsOnTowardsTheLastDay() {
    SlotPlan slot = slot(plan(poland(), passport("2026-10-31"), permit("2027-02-28")), 2);

    assertThat(slot.status()).isEqualTo(Status.BLOCKED);
    assertThat(slot.applyBy()).isEqualTo(TODAY);
    assertThat(slot.daysLeft()).isZero();
    assertThat(slot.stages().stream().map(stage -> stage.number() + "=" + stage.on()))
        .contains("17=2026-11-01", "5=2027-02-14", "7=2027-02-26", "8=2027-03-01");
    assertThat(slot.stages()).allSatisfy(stage -> assertThat(stage.verb()).isEqualTo(Verb.ACT));
  }

  @Test
  void aContestedRequirementBindsIsMarkedAndNeverBlocks() {
    Pack pack = pack(DK, permitAnyTime().rule(needsPassport(Certainty.CONTESTED)).lead(90).build());

    SlotPlan valid = slot(plan(pack, passport("2027-04-30"), permit("2027-06-30")), 2);
    SlotPlan over = slot(plan(pack, passport("2026-04-30"), permit("2027-06-30")), 2);

    assertThat(valid.applyBy()).isEqualTo(day("2027-04-30"));
    assertThat(valid.has(Flag.NOT_CONFIRMED)).isTrue();
    assertThat(over.status()).isEqualTo(Status.ASK);
    assertThat(over.applyBy()).isEqualTo(day("2027-06-30"));
    assertThat(over.has(Flag.OTHER_DOCUMENT_LEADS)).isTrue();
  }

  @Test
  void aDocumentThatMustLastLongerMovesTheSafeDayEarlier() {
    Pack pack =
        pack(
            DK,
            permitAnyTime()
                .rule(
                    new Rule.RequiresValidFor(
                        claim("THREE-MONTHS"),
                        DocumentType.PASSPORT,
                        Period.ofMonths(3),
                        Certainty.KNOWN))
                .build());

    SlotPlan slot = slot(plan(pack, passport("2027-08-31"), permit("2027-06-30")), 2);

    assertThat(slot.applyBy()).isEqualTo(day("2027-05-31"));
    assertThat(slot.bindingRule()).isEqualTo("THREE-MONTHS");
  }

  @Test
  void aTravelDocumentStandsInOnlyWhereThePackSaysSoAndOnlyWhenHeld() {
    HeldDocument over = passport("2026-04-30");
    HeldDocument permit = permit("2027-02-28");
    HeldDocument filed =
        document(3, DocumentType.TRAVEL_DOCUMENT, "2027-10-01", new DocumentState.Filed(TODAY));

    assertThat(slot(plan(poland(), over, permit), 2).status()).isEqualTo(Status.BLOCKED);
    assertThat(slot(plan(poland(), over, permit, filed), 2).status()).isEqualTo(Status.BLOCKED);
    assertThat(slot(plan(with(poland(), Set.of()), over, permit, travel("2027-10-01")), 2).status())
        .isEqualTo(Status.BLOCKED);
    SlotPlan slot = slot(plan(poland(), over, permit, travel("2027-10-01")), 2);
    assertThat(slot.status()).isEqualTo(Status.START_NOW);
    assertThat(slot.trace().of(Trace.Said.SUBSTITUTED)).hasSize(1);
  }

  @Test
  void anotherPersonsDocumentsChangeNothing() {
    HeldDocument childs =
        new HeldDocument(
            7, 1, 2, DocumentType.TRAVEL_DOCUMENT, day("2030-01-01"), DocumentState.HELD);

    SlotPlan slot = slot(plan(poland(), passport("2026-04-30"), permit("2027-02-28"), childs), 2);

    assertThat(slot.status()).isEqualTo(Status.BLOCKED);
  }

  @Test
  void anEndedAcceptanceNoLongerCarriesTheFiling() {
    Rule accepts =
        new Rule.AcceptsExpired(claim("ACCEPTS", day("2027-03-31")), DocumentType.PASSPORT);
    Pack pack = pack(DK, permitAnyTime().rule(accepts).build());

    SlotPlan slot = slot(plan(pack, passport("2026-04-30"), permit("2027-06-30")), 2);

    assertThat(slot.applyBy()).isEqualTo(day("2027-03-31"));
    assertThat(slot.has(Flag.NOT_CONFIRMED)).isTrue();
    assertThat(slot(plan(pack, passport("2026-04-30"), permit("2027-03-30")), 2).applyBy())
        .isEqualTo(day("2027-03-30"));
  }

  @Test
  void anEndedGraceIsDroppedAndAnEndedDeadlineStaysWithoutBeingAFact() {
    Pack pack =
        pack(
            DK,
            route(DocumentType.RESIDENCE_PERMIT, "RENEWAL")
                .window(
                    new Opening.NoLimit(),
                    new Closing.Before(
                        claim("CLOSES", day("2027-01-31")), List.of(Period.ofDays(30))),
                    new Grace(claim("GRACE", day("2027-01-31")), List.of(Period.ofMonths(3))))
                .build());

    SlotPlan slot = slot(plan(pack, permit("2027-06-30")), 2);

    assertThat(slot.graceEnd()).isNull();
    assertThat(slot.applyBy()).isEqualTo(day("2027-05-31"));
    assertThat(slot.flags()).contains(Flag.RULE_HAS_ENDED, Flag.NOT_CONFIRMED);
  }

  @Test
  void anOldRuleIsWordedAsOf() {
    Situation held = situation(ES, permit("2028-06-30"));

    assertThat(slot(Planner.plan(held, guidance(spain()), day("2027-11-01")), 2).flags())
        .doesNotContain(Flag.RULE_IS_OLD);
    assertThat(slot(Planner.plan(held, guidance(spain()), day("2027-11-02")), 2).flags())
        .contains(Flag.RULE_IS_OLD);
  }

  @Test
  void aRouteAnnouncedUntilADayIsPlannedAsIfItEnds() {
    Pack pack = pack(PL, travelRoute().validUntil("2027-06-30").build());

    SlotPlan slot = slot(plan(pack, passport("2027-05-10"), permit("2028-06-30")), 1);

    assertThat(slot.applyBy()).isEqualTo(day("2027-06-30"));
    assertThat(slot.bindingRule()).isEqualTo("PL-PDP-ROUTE");
    assertThat(slot.verb()).isEqualTo(Verb.PREPARE);
  }

  @Test
  void aRouteLastSeenOpenBeforeItsFirstDayIsAQuestion() {
    Pack pack = pack(PL, travelRoute().validUntil("2026-06-30").build());

    SlotPlan before = slot(plan(pack, passport("2027-05-10"), permit("2028-06-30")), 1);
    SlotPlan after = slot(plan(pack, passport("2026-05-10"), permit("2028-06-30")), 1);

    assertThat(before.status()).isEqualTo(Status.ASK);
    assertThat(before.verb()).isEqualTo(Verb.PREPARE);
    assertThat(before.has(Flag.ROUTE_MAY_BE_CLOSED)).isTrue();
    assertThat(before.applyBy()).isEqualTo(day("2028-06-30"));
    assertThat(before.has(Flag.NOT_CONFIRMED)).isTrue();
    assertThat(after.verb()).isEqualTo(Verb.ASK);
    assertThat(after.stages())
        .noneSatisfy(stage -> assertThat(stage.verb()).isIn(Verb.FILE, Verb.FILE_LATE));
  }

  @Test
  void theFirstRouteWithAPossibleDayIsShownAndTheOthersAreInTheTrace() {
    Pack pack =
        pack(
            PL,
            travelRoute().validUntil("2026-06-30").build(),
            route(DocumentType.PASSPORT, "ORDINARY").rule(afterInvalid()).lead(200).build());

    SlotPlan slot = slot(plan(pack, passport("2027-05-10"), permit("2028-06-30")), 1);

    assertThat(slot.route()).isEqualTo("ORDINARY");
    assertThat(slot.trace().of(Trace.Said.OTHER_ROUTE))
        .singleElement()
        .satisfies(line -> assertThat(line.rule()).isEqualTo("PL-PDP"));
  }

  @Test
  void whereItIsNotKnownWhetherOneMustWaitForTheEndWePlanAsIfSo() {
    Pack pack =
        pack(
            PL,
            route(DocumentType.PASSPORT, "R")
                .rule(
                    new Rule.FiledOnlyAfterInvalid(
                        claim("AFTER"), DocumentType.PASSPORT, Certainty.UNKNOWN))
                .rule(new Rule.IssuedOnlyAfterInvalid(claim("ISSUED"), DocumentType.PASSPORT))
                .build());

    SlotPlan slot = slot(plan(pack, passport("2027-05-10")), 1);

    assertThat(slot.opens()).isEqualTo(day("2027-05-11"));
    assertThat(slot.flags())
        .contains(Flag.AFTER_EXPIRY_NOT_KNOWN, Flag.ISSUED_ONLY_AFTER_EXPIRY)
        .doesNotContain(Flag.FILED_ONLY_AFTER_EXPIRY);
  }

  @Test
  void filedInTheWindowWaitsAndMayStayWhereThePackSaysSo() {
    HeldDocument filed =
        document(
            2,
            DocumentType.RESIDENCE_PERMIT,
            "2027-01-10",
            new DocumentState.Filed(day("2026-11-20")));

    SlotPlan slot = slot(plan(spain(), passport("2026-01-01"), filed), 2);

    assertThat(slot.status()).isEqualTo(Status.FILED_WAITING);
    assertThat(slot.verb()).isEqualTo(Verb.WAIT);
    assertThat(slot.purposes())
        .containsExactly(new Purpose(Purpose.Kind.STAY, day("2027-01-10"), true, true));
    assertThat(slot.stages().stream().map(Stage::number)).containsExactly(30, 31, 32, 33, 34);
  }

  @Test
  void filedWithoutKnowingWhetherOneMayStayKeepsTheWarnings() {
    Pack pack = pack(DK, permitAnyTime().stay(Stay.NOT_KNOWN).lead(90).build());
    HeldDocument filed =
        document(
            2,
            DocumentType.RESIDENCE_PERMIT,
            "2027-01-10",
            new DocumentState.Filed(day("2026-11-20")));

    SlotPlan slot = slot(plan(pack, filed), 2);

    assertThat(slot.status()).isEqualTo(Status.FILED_WAITING);
    assertThat(slot.has(Flag.STAY_NOT_KNOWN)).isTrue();
    assertThat(slot.purposes())
        .containsExactly(new Purpose(Purpose.Kind.STAY, day("2027-01-10"), false, false));
    assertThat(slot.stages().stream().map(Stage::number))
        .containsExactly(30, 5, 6, 7, 8, 31, 32, 33, 34);
  }

  @Test
  void filedOutsideTheWindowIsAQuestion() {
    for (String day : List.of("2026-10-01", "2027-05-01")) {
      HeldDocument filed =
          document(
              2, DocumentType.RESIDENCE_PERMIT, "2027-01-10", new DocumentState.Filed(day(day)));

      SlotPlan slot = slot(plan(spain(), filed), 2);

      assertThat(slot.status()).isEqualTo(Status.ASK);
      assertThat(slot.has(Flag.FILED_OUTSIDE_WINDOW)).isTrue();
      assertThat(slot.verb()).isNotEqualTo(Verb.FILE);
    }
  }

  @Test
  void aFiledPassportStopsItsOwnLadderAndChangesNothingForThePermit() {
    HeldDocument permit = permit("2028-06-30");
    HeldDocument over = passport("2026-10-10");
    HeldDocument filed =
        document(
            1, DocumentType.PASSPORT, "2026-10-10", new DocumentState.Filed(day("2026-11-01")));

    Plan before = plan(poland(), over, permit);
    Plan after = plan(poland(), filed, permit);

    assertThat(slot(after, 1).status()).isEqualTo(Status.FILED_WAITING);
    assertThat(slot(after, 1).stages()).allMatch(stage -> stage.number() >= 30);
    assertThat(slot(after, 2)).isEqualTo(slot(before, 2));
  }

  @Test
  void aLostPassportOpensItsRouteAtOnceAndSatisfiesNothing() {
    HeldDocument lost =
        document(1, DocumentType.PASSPORT, "2029-05-10", new DocumentState.Lost(day("2026-11-20")));

    Plan plan = plan(poland(), lost, permit("2027-02-28"));

    assertThat(slot(plan, 1).opens()).isEqualTo(day("2026-11-20"));
    assertThat(slot(plan, 1).verb()).isEqualTo(Verb.FILE);
    assertThat(slot(plan, 1).purposes().getFirst().until()).isEqualTo(day("2026-11-19"));
    assertThat(slot(plan, 2).status()).isEqualTo(Status.BLOCKED);
  }

  @Test
  void aLostCardDoesNotEndThePermit() {
    HeldDocument lost =
        document(
            2,
            DocumentType.RESIDENCE_PERMIT,
            "2028-06-30",
            new DocumentState.Lost(day("2026-11-20")));

    Plan plan = plan(poland(), passport("2027-05-10"), lost);
    Plan held = plan(poland(), passport("2027-05-10"), permit("2028-06-30"));

    assertThat(slot(plan, 2).applyBy()).isEqualTo(slot(held, 2).applyBy());
    assertThat(slot(plan, 2).has(Flag.LOST)).isTrue();
    assertThat(slot(plan, 1).status()).isNotEqualTo(Status.BLOCKED);
  }

  @Test
  void whatIsRenewedOrHasNoEndHasNoLadder() {
    HeldDocument renewed = document(1, DocumentType.PASSPORT, "2026-12-01", DocumentState.RENEWED);
    HeldDocument endless = document(2, DocumentType.RESIDENCE_PERMIT, null, DocumentState.HELD);

    Plan plan = plan(poland(), renewed, endless);

    assertThat(slot(plan, 1).status()).isEqualTo(Status.RENEWED);
    assertThat(slot(plan, 2).status()).isEqualTo(Status.VALID);
    assertThat(slot(plan, 2).has(Flag.NO_END)).isTrue();
    assertThat(plan.slots()).allSatisfy(slot -> assertThat(slot.stages()).isEmpty());
  }

  @Test
  void aDocumentThatSupersedesAnotherClosesItsLadder() {
    Pack poland = poland();
    Pack pack =
        new Pack(
            PL,
            TODAY,
            null,
            poland.routes(),
            poland.substitutions(),
            List.of(
                new Supersession(
                    claim("CLOSES"), DocumentType.TRAVEL_DOCUMENT, DocumentType.PASSPORT)));

    SlotPlan slot = slot(plan(pack, passport("2026-05-01"), travel("2027-05-01")), 1);

    assertThat(slot.status()).isEqualTo(Status.RENEWED);
    assertThat(slot.stages()).isEmpty();
    assertThat(slot.trace().of(Trace.Said.SUPERSEDED_BY)).hasSize(1);
  }

  @Test
  void anUnknownGroundTakesTheLatestOpeningAndTheEarliestClosing() {
    Pack pack =
        new Pack(
            DK,
            TODAY,
            new GroundQuestion(
                Map.of(Language.EN, "Which?"),
                List.of(
                    new GroundQuestion.Ground("work", Map.of()),
                    new GroundQuestion.Ground("study", Map.of()))),
            List.of(
                route(DocumentType.RESIDENCE_PERMIT, "WORK")
                    .grounds("work")
                    .window(opens("O1", "P90D"), closes("C1", "P0D"), null)
                    .lead(90)
                    .build(),
                route(DocumentType.RESIDENCE_PERMIT, "STUDY")
                    .grounds("study")
                    .window(opens("O2", "P60D"), closes("C2", "P30D"), null)
                    .lead(90)
                    .build()),
            List.of(),
            List.of());
    HeldDocument permit = permit("2027-06-30");

    SlotPlan work = slot(plan(pack, "work", permit), 2);
    SlotPlan unknown = slot(plan(pack, null, permit), 2);

    assertThat(work.route()).isEqualTo("WORK");
    assertThat(work.has(Flag.GROUND_NOT_KNOWN)).isFalse();
    assertThat(unknown.opens()).isEqualTo(day("2027-05-01"));
    assertThat(unknown.applyBy()).isEqualTo(day("2027-05-31"));
    assertThat(unknown.has(Flag.GROUND_NOT_KNOWN)).isTrue();
    assertThat(unknown.status()).isEqualTo(Status.VALID);
    assertThat(unknown.trace().of(Trace.Said.OTHER_GROUND)).isNotEmpty();
  }

  @Test
  void aTieIsDecidedByWindowRequirementCapAndRouteEnd() {
    Pack pack =
        pack(
            DK,
            // ids in the opposite order: they decide last
            route(DocumentType.RESIDENCE_PERMIT, "A")
                .window(new Opening.NoLimit(), closes("Z", "P0D"), null)
                .rule(needsPassport(Certainty.KNOWN))
                .validUntil("2027-06-30")
                .build());

    assertThat(slot(plan(pack, passport("2027-06-30"), permit("2027-06-30")), 2).bindingRule())
        .isEqualTo("Z");
    assertThat(slot(plan(pack, passport("2027-06-30"), permit("2027-09-30")), 2).bindingRule())
        .isEqualTo("NEEDS");
    assertThat(slot(plan(pack, passport("2027-09-30"), permit("2027-09-30")), 2).bindingRule())
        .isEqualTo("A-ROUTE");
  }

  @Test
  void thePlanKeepsItsDatesOutOfLogs() {
    Plan plan = plan(poland(), passport("2027-05-10"), permit("2028-06-30"));
    SlotPlan slot = slot(plan, 1);

    assertThat(plan + " " + slot + slot.trace() + slot.trace().lines() + slot.stages())
        .doesNotContain("2027")
        .doesNotContain("2028");
  }

  private static RouteMaker permitAnyTime() {
    return route(DocumentType.RESIDENCE_PERMIT, "PERMIT")
        .window(new Opening.NoLimit(), closes("CLOSES", "P0D"), null);
  }

  private static RouteMaker travelRoute() {
    return route(DocumentType.PASSPORT, "PL-PDP")
        .rule(afterInvalid())
        .rule(
            new Rule.RequiresHeld(
                claim("PL-PDP-PERMIT"), DocumentType.RESIDENCE_PERMIT, Certainty.KNOWN))
        .lead(180);
  }

  private static Rule needsPassport(Certainty certainty) {
    return new Rule.RequiresValidAtFiling(claim("NEEDS"), DocumentType.PASSPORT, certainty);
  }

  private static Pack with(Pack pack, Set<Edge> edges) {
    return new Pack(
        pack.country(),
        TODAY,
        null,
        pack.routes(),
        List.of(
            new Substitution(
                claim("STANDS-IN"), DocumentType.TRAVEL_DOCUMENT, DocumentType.PASSPORT, edges)),
        List.of());
  }

  private static Plan plan(Pack pack, HeldDocument... documents) {
    return Planner.plan(situation(pack.country(), documents), guidance(pack), TODAY);
  }

  private static Plan plan(Pack pack, @Nullable String ground, HeldDocument document) {
    return Planner.plan(
        new Situation(pack.country(), null, ground, List.of(document)), guidance(pack), TODAY);
  }

  private static SlotPlan slot(Plan plan, int number) {
    return plan.slot(number).orElseThrow();
  }
}

package org.termin.guidance.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.pack.CountryPack;
import org.termin.guidance.pack.PackReader;
import org.termin.guidance.pack.Packs;

class DifferenceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Packs PACKS = Packs.load();
  private static final Country SPAIN = new Country("ES");
  private static final Edition NOW = Edition.of(PACKS);

  private static Edition spain(UnaryOperator<String> edit) {
    String text = PackReader.text("packs/ES.yaml");
    String after = edit.apply(text);
    assertThat(after).as("the edit").isNotEqualTo(text);
    return Edition.of(PACKS.with(Packs.read("ES", after)).numbered(PACKS.version() + 1));
  }

  private static Situation permit(LocalDate end, DocumentState state) {
    return new Situation(
        SPAIN,
        null,
        null,
        List.of(
            new HeldDocument(1, 1, 1, DocumentType.PASSPORT, end.plusYears(3), DocumentState.HELD),
            new HeldDocument(2, 1, 1, DocumentType.RESIDENCE_PERMIT, end, state)));
  }

  private static Situation permit(LocalDate end) {
    return permit(end, DocumentState.HELD);
  }

  private static Edition closingEarlier(String period) {
    return spain(text -> text.replace("by: [P0D]", "by: [" + period + "]"));
  }

  private static Edition openingLater() {
    return spain(text -> text.replace("by: [P2M, P60D]", "by: [P1M, P30D]"));
  }

  private static Difference ofPermit(Edition after, Situation situation) {
    return Difference.between(NOW, after, situation, TODAY).get(1);
  }

  @Test
  void theSameRulesMakeNoDifference() {
    Situation situation = permit(TODAY.plusMonths(8));
    assertThat(Difference.between(NOW, NOW, situation, TODAY))
        .noneMatch(Difference::isTold)
        .noneMatch(Difference::isMoved);
    assertThat(NOW.saysTheSameAs(NOW, SPAIN)).isTrue();
  }

  @ParameterizedTest(name = "the permit closes {0} before its end: moved by {1}, told {2}")
  @CsvSource({"P6D, -6, false", "P7D, -7, true", "P30D, -30, true"})
  void aMoveOfAWeekIsTold(String period, int moved, boolean told) {
    Difference difference = ofPermit(closingEarlier(period), permit(TODAY.plusMonths(8)));
    assertThat(difference.moved()).isEqualTo(moved);
    assertThat(difference.isMoved()).isTrue();
    assertThat(difference.isTold()).isEqualTo(told);
  }

  @Test
  void goingBackMovesTheDayBack() {
    Edition after = closingEarlier("P30D");
    Situation situation = permit(TODAY.plusMonths(8));
    assertThat(Difference.between(after, NOW, situation, TODAY).get(1).moved()).isEqualTo(30);
  }

  @Test
  void whoMayNoLongerFileTodayIsTold() {
    assertThat(ofPermit(openingLater(), permit(TODAY.plusDays(50))).stepped()).isTrue();
  }

  @Test
  void anOpeningThatIsStillAheadIsNotTold() {
    assertThat(ofPermit(openingLater(), permit(TODAY.plusMonths(8))).isTold()).isFalse();
  }

  @Test
  void whoShouldHaveBegunAlreadyIsTold() {
    Edition after = spain(text -> text.replace("by: [P2M, P60D]", "by: [P6M]"));
    Difference difference = ofPermit(after, permit(TODAY.plusMonths(5)));
    assertThat(difference.begun()).isTrue();
    assertThat(difference.isTold()).isTrue();
  }

  @Test
  void anotherDocumentOfThePersonIsLeftAlone() {
    List<Difference> both =
        Difference.between(NOW, closingEarlier("P30D"), permit(TODAY.plusMonths(8)), TODAY);
    assertThat(both).extracting(Difference::isTold).containsExactly(false, true);
  }

  @Test
  void anotherCountryIsLeftAlone() {
    assertThat(NOW.saysTheSameAs(closingEarlier("P30D"), new Country("PL"))).isTrue();
    assertThat(NOW.saysTheSameAs(closingEarlier("P30D"), SPAIN)).isFalse();
  }

  @Test
  void anotherPlannerIsReasonToPlanAnewButNothingToTell() {
    Packs older = new Packs(1, Packs.PLANNER - 1, PACKS.countries(), PACKS.generic());
    assertThat(Edition.of(older).saysTheSameAs(NOW, SPAIN)).isFalse();
    assertThat(Difference.between(Edition.of(older), NOW, permit(TODAY.plusMonths(8)), TODAY))
        .noneMatch(Difference::isTold);
  }

  @Test
  void aBetterSentenceIsNoOtherStep() {
    Edition after =
        spain(text -> text.replaceFirst("(steps:(?s:.*?)en: \"[^\"]*)\"", "$1 Slowly.\""));
    assertThat(after.saysTheSameAs(NOW, SPAIN)).isFalse();
    assertThat(ofPermit(after, permit(TODAY.plusDays(40))).isTold()).isFalse();
  }

  @Test
  void aStepThatRestsOnAnotherFactIsTold() {
    Edition after =
        spain(
            text ->
                text.replaceFirst(
                    "(steps:(?s:.*?)facts: \\[)[^\\]]*", "$1es-expired-passport-accepted"));
    assertThat(ofPermit(after, permit(TODAY.plusDays(40))).stepped()).isTrue();
  }

  @Test
  void whatIsFiledOrRenewedIsNotToldOfNewDays() {
    Edition after = closingEarlier("P30D");
    LocalDate end = TODAY.plusDays(50);
    assertThat(ofPermit(after, permit(end, new DocumentState.Filed(TODAY.minusDays(5)))).isTold())
        .isFalse();
    assertThat(ofPermit(after, permit(end, DocumentState.RENEWED)).isTold()).isFalse();
  }

  @Test
  void whoFiledOnADayThatCountsNoLongerIsTold() {
    LocalDate end = TODAY.plusDays(50);
    Difference filed =
        ofPermit(openingLater(), permit(end, new DocumentState.Filed(TODAY.minusDays(5))));
    assertThat(filed.stepped()).isTrue();
  }

  @Test
  void aCountrysFirstPackIsTold() {
    Map<Country, CountryPack> without = new HashMap<>(PACKS.countries());
    without.remove(SPAIN);
    Edition before =
        Edition.of(new Packs(PACKS.version(), Packs.PLANNER, without, PACKS.generic()));
    assertThat(Difference.between(before, NOW, permit(TODAY.plusMonths(8)), TODAY))
        .allMatch(Difference::isTold);
  }
}

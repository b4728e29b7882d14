package org.termin.guidance.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.Guidance;
import org.termin.guidance.rule.Certainty;
import org.termin.guidance.rule.Closing;
import org.termin.guidance.rule.Opening;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Rule;
import org.termin.guidance.rule.Substitution;

class PacksTest {
  private static final Guidance GUIDANCE = Guidance.load();

  @Test
  void everyPackOfTheClassPathIsReadAndChecked() {
    assertThat(GUIDANCE.version()).isPositive();
    assertThat(GUIDANCE.packs()).hasSize(29);
    assertThat(GUIDANCE.pack(new Country("JP"))).isEmpty();
  }

  @Test
  void spainTakesARenewalFromTwoMonthsBeforeUntilThreeMonthsAfter() {
    Route renewal = route("ES", DocumentType.RESIDENCE_PERMIT);
    assertThat(((Opening.Before) renewal.window().opening()).periods())
        .isEqualTo(List.of(Period.ofMonths(2), Period.ofDays(60)));
    assertThat(((Closing.Before) renewal.window().closing()).periods())
        .isEqualTo(List.of(Period.ZERO));
    assertThat(renewal.window().grace().periods()).isEqualTo(List.of(Period.ofMonths(3)));
    assertThat(renewal.asSoonAsItOpens()).isTrue();
    assertThat(renewal.rules(Rule.AcceptsExpired.class)).hasSize(1);
  }

  @Test
  void polandsTravelDocumentComesOnlyOnceThePassportIsOver() {
    Route document = route("PL", DocumentType.PASSPORT);
    assertThat(document.claim().validUntil()).isEqualTo(LocalDate.of(2026, 6, 30));
    assertThat(document.claim().recheck()).isTrue();
    assertThat(document.rules(Rule.FiledOnlyAfterInvalid.class))
        .singleElement()
        .extracting(Rule.FiledOnlyAfterInvalid::certainty)
        .isEqualTo(Certainty.KNOWN);
    assertThat(document.processing()).hasSize(1);
  }

  @Test
  void polandsPermitAsksForAPassportOrTheTravelDocument() {
    Route renewal = route("PL", DocumentType.RESIDENCE_PERMIT);
    assertThat(renewal.window().opening()).isEqualTo(new Opening.NotKnown());
    assertThat(renewal.longestLead()).isNotNull();
    assertThat(renewal.longestLead().days()).isEqualTo(120);
    assertThat(pack("PL").substitutions())
        .singleElement()
        .satisfies(
            holds ->
                assertThat(holds.edges())
                    .containsExactlyInAnyOrder(
                        Substitution.Edge.VALID_AT_FILING, Substitution.Edge.TRAVEL));
  }

  @Test
  void everyRuleNamesWhereItWasRead() {
    Packs.load()
        .countries()
        .values()
        .forEach(
            pack ->
                assertThat(pack.facts().values())
                    .extracting(fact -> fact.origins().getFirst())
                    .isNotEmpty()
                    .allMatch(origin -> origin.url().getHost() != null)
                    .allMatch(origin -> !origin.checked().isAfter(LocalDate.of(2027, 1, 1))));
  }

  private static Pack pack(String country) {
    return GUIDANCE.pack(new Country(country)).orElseThrow();
  }

  private static Route route(String country, DocumentType document) {
    return pack(country).routesFor(document).getFirst();
  }
}

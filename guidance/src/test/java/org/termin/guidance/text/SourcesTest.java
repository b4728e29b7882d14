package org.termin.guidance.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.words.Language;
import org.termin.guidance.Guidance;
import org.termin.guidance.pack.BannedWords;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.plan.Plan;
import org.termin.guidance.plan.Planner;
import org.termin.guidance.plan.SlotPlan;
import org.termin.guidance.review.SampleResident;

class SourcesTest {
  private static final Packs PACKS = Packs.load();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://mfa.gov.by/be/visa/passport",
        "https://tass.ru/mezhdunarodnaya-panorama/26274065",
        "https://spring96.org/en/news/115915",
        "https://d2b0v286pbg9yh.cloudfront.net/be_latn/350120",
        "https://t.me/PEofBelarus",
        "https://belarusabroad.org/en/"
      })
  void nobodyIsLedWhereAVisitIsSeenOrPunished(String address) {
    assertThat(BannedWords.load().mayLink(URI.create(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://migri.fi/en/alien-s-passport",
        "https://mos.cudzoziemcy.gov.pl",
        "https://www.gov.uk/apply-home-office-travel-document"
      })
  void anAuthoritysPageMayBeShown(String address) {
    assertThat(BannedWords.load().mayLink(URI.create(address))).isTrue();
  }

  @Test
  void everySampleResidentOfEveryCountryIsShownOnlySuchSources() {
    BannedWords banned = BannedWords.load();
    Texts texts = Texts.of(PACKS);
    Guidance guidance = Guidance.of(PACKS);
    Set<String> led = new TreeSet<>();
    PACKS
        .countries()
        .values()
        .forEach(
            pack ->
                SampleResident.of(pack.rules(), TODAY)
                    .forEach(
                        one -> {
                          Plan plan = Planner.plan(one.situation(), guidance, TODAY);
                          for (SlotPlan slot : plan.slots()) {
                            Told told = new Told(plan.country(), slot, TODAY, false, 0);
                            texts.advice(Language.EN, told).sources(slot.trace()).keySet().stream()
                                .peek(address -> assertThat(banned.mayLink(address)).isTrue())
                                .forEach(address -> led.add(address.getHost()));
                          }
                        }));
    assertThat(led).hasSizeGreaterThan(29);
  }
}

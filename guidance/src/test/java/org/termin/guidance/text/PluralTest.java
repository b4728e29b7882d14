package org.termin.guidance.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.words.Language;

class PluralTest {

  @ParameterizedTest(name = "{1} in {0} is {2}")
  @CsvSource({
    "BE, 0, 0 дзён",
    "BE, 1, 1 дзень",
    "BE, 2, 2 дні",
    "BE, 5, 5 дзён",
    "BE, 11, 11 дзён",
    "BE, 12, 12 дзён",
    "BE, 21, 21 дзень",
    "BE, 22, 22 дні",
    "BE, 111, 111 дзён",
    "RU, 1, 1 день",
    "RU, 3, 3 дня",
    "RU, 14, 14 дней",
    "RU, 46, 46 дней",
    "RU, 101, 101 день",
    "EN, 0, 0 days",
    "EN, 1, 1 day",
    "EN, 2, 2 days",
    "EN, 21, 21 days"
  })
  void daysTakeTheFormOfTheirNumber(Language language, long number, String told) {
    assertThat(Phrasebook.all().get(language).counted("day", number)).isEqualTo(told);
  }

  @ParameterizedTest(name = "{1} in {0} is {2}")
  @CsvSource({
    "PL, 1, ONE", "PL, 22, FEW", "PL, 21, MANY", "PL, 12, MANY", "UK, 21, ONE",
    "LT, 1, ONE", "LT, 5, FEW", "LT, 10, MANY", "LT, 11, MANY", "LT, 21, ONE",
    "DE, 1, ONE", "ES, 2, MANY"
  })
  void otherLanguagesHaveTheirOwnForms(Language language, long number, Plural form) {
    assertThat(Plural.of(language, number)).isEqualTo(form);
  }
}

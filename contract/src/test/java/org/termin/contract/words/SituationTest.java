package org.termin.contract.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.words.DocumentState.Filed;
import org.termin.contract.words.DocumentState.Lost;

class SituationTest {

  private static final Country POLAND = new Country("PL");

  @ParameterizedTest
  @ValueSource(ints = {0, 13})
  void itHasBetweenOneAndTwelveDocuments(int count) {
    assertThatIllegalArgumentException().isThrownBy(() -> situation(documents(count)));
  }

  @Test
  void anAlertNamesACountryAndNothingElse() {
    Alert alert = new Alert(100);
    assertThat(Situation.waiting(POLAND, alert).documents()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Situation(POLAND, null, null, List.of(passport(1)), List.of(), alert));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Situation(POLAND, "mazowieckie", null, List.of(), List.of(), alert));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Situation(
                    POLAND, null, null, List.of(), List.of(new Person(1, true, null)), alert));
  }

  @ParameterizedTest
  @ValueSource(ints = {-50, 0, 49, 51, 99, 2_000})
  void wavesAreAskedForInFiveSizesOnly(int size) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Alert(size));
  }

  @Test
  void noTwoDocumentsShareANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> situation(List.of(passport(1), passport(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pl", "XX", "POL", "Poland", "P\u0130"})
  void aCountryHasACode(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Country(code));
  }

  @Test
  void aCountryIsFoundHoweverItsCodeIsWritten() {
    assertThat(Country.of(" pl ")).contains(POLAND);
    assertThat(Country.of("zz")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "has space", "Upper", "aaaaaaaaaaaaaaaaaaaaaaaaa", "../x"})
  void regionAndGroundAreKeys(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Situation(POLAND, key, null, documents(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Situation(POLAND, null, key, documents(1)));
  }

  @Test
  void unlistedPeopleAreAdultsWithoutASign() {
    Situation situation =
        new Situation(POLAND, null, null, documents(2), List.of(new Person(2, true, Sign.BOAT)));

    assertThat(situation.person(1)).isEqualTo(new Person(1, false, null));
    assertThat(situation.person(2).child()).isTrue();
  }

  @Test
  void aChangedDocumentHasTheNextVersion() {
    Situation before = situation(documents(2));
    HeldDocument filed = passport(2).next(new Filed(LocalDate.of(2026, 11, 21)));
    Situation after = before.with(filed);

    assertThat(after.document(1)).contains(passport(1));
    assertThat(after.document(2).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void aDocumentsStateIsOneWord() {
    LocalDate day = LocalDate.of(2026, 11, 21);
    for (DocumentState state :
        List.of(DocumentState.HELD, DocumentState.RENEWED, new Filed(day), new Lost(day))) {
      assertThat(DocumentState.of(state.wire())).isEqualTo(state);
    }
    assertThat(new Filed(day).wire()).isEqualTo("filed:2026-11-21");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HELD",
        "held:",
        "held:2026-11-21",
        "filed",
        "filed:",
        "lost:2026-02-30",
        "lost:9999-01-01",
        "renewed:x"
      })
  void anythingElseIsNoState(String wire) {
    assertThatIllegalArgumentException().isThrownBy(() -> DocumentState.of(wire));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aLanguageIsFoundByItsCode(Language language) {
    assertThat(Language.of(language.wire())).contains(language);
    assertThat(language.locale().getLanguage()).isEqualTo(language.wire());
  }

  @ParameterizedTest
  @EnumSource(RecordState.class)
  void aRecordStateIsFoundByItsNumber(RecordState state) {
    assertThat(RecordState.of(state.code())).isEqualTo(state);
  }

  @Test
  void nothingOfASituationPrintsItself() {
    Situation situation = situation(documents(1));

    assertThat("" + situation + situation.documents() + POLAND + new JoinCode("MINSK-1"))
        .doesNotContain("PL", "2027", "MINSK");
  }

  private static Situation situation(List<HeldDocument> documents) {
    return new Situation(POLAND, null, null, documents);
  }

  private static List<HeldDocument> documents(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(SituationTest::passport).toList();
  }

  private static HeldDocument passport(int number) {
    return new HeldDocument(
        number, 1, 1, DocumentType.PASSPORT, LocalDate.of(2027, 3, 14), DocumentState.HELD);
  }
}

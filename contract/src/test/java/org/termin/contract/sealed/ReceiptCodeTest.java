package org.termin.contract.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptCodeTest {

  @RepeatedTest(20)
  void whatIsShownReadsBack() {
    ReceiptCode code = ReceiptCode.random();

    assertThat(ReceiptCode.parse(code.display())).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000G-40R4-0M30-E209-185G-R38E",
        "000g40r40m30e209185gr38e",
        "OOOG 4OR4 OM3O E2O9 I85G R38E",
        "ooog.4or4.om3o.e2o9.l85g.r38e",
        "  000G–40R4–0M30–E209–185G–R38E\n"
      })
  void itReadsWhatPeopleType(String typed) {
    assertThat(ReceiptCode.parse(typed).map(ReceiptCode::display))
        .contains("000G-40R4-0M30-E209-185G-R38E");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "000G-40R4-0M30-E209-185G-R38",
        "000G-40R4-0M30-E209-185G-R38EE",
        "000G-40R4-0M30-E209-185G-R38U",
        "000G-40R4-0M30-E209-185G-R38Е"
      })
  void anythingElseIsUnknown(String typed) {
    assertThat(ReceiptCode.parse(typed)).isEmpty();
  }

  @Test
  void itsSecretsDoNotPrintThemselves() {
    ReceiptCode code = ReceiptCode.random();

    assertThat("" + code + code.lookup() + code.view() + code.proof() + code.proofHash())
        .isEqualTo("ReceiptCodeLookupViewKeyProofProofHash");
  }

  @Test
  void theHashAcceptsItsProofOnly() {
    ReceiptCode code = ReceiptCode.random();

    assertThat(code.proofHash().accepts(code.proof())).isTrue();
    assertThat(code.proofHash().accepts(ReceiptCode.random().proof())).isFalse();
  }
}

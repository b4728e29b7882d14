package org.termin.guidance.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.termin.contract.words.Country;

class NumberingTest {
  private static final Packs PACKS = Packs.load();
  private static final Country SPAIN = new Country("ES");

  @Test
  void thePacksAreThoseOfTheirNumber() {
    assertThat(Numbering.load().isOf(PACKS))
        .as("the packs were changed: run ./termin guidance number, so that plans are made anew")
        .isTrue();
  }

  @Test
  void aChangedPackGetsTheNextNumber() {
    Numbering now = Numbering.load();
    Packs edited = PACKS.with(spain("P3M", "P2M"));
    assertThat(now.isOf(edited)).isFalse();
    Numbering next = now.after(edited);
    assertThat(next.number()).isEqualTo(now.number() + 1);
    assertThat(next.isOf(edited.numbered(next.number()))).isTrue();
  }

  @Test
  void unchangedPacksKeepTheirNumber() {
    Numbering now = Numbering.load();
    assertThat(now.after(PACKS)).isEqualTo(now);
  }

  @Test
  void blanksAndCommentsAreNoChange() {
    String text = PackReader.text("packs/ES.yaml");
    CountryPack commented = Packs.read("ES", "# somebody looked at this\n" + text);
    assertThat(Numbering.load().isOf(PACKS.with(commented))).isTrue();
  }

  @Test
  void aPublishedSetIsReadBackAsThePacksItWasMadeOf() {
    Packs back = Packs.from(new Published(PACKS).set());
    assertThat(back.version()).isEqualTo(PACKS.version());
    assertThat(back.generic()).isEqualTo(PACKS.generic());
    assertThat(back.countries()).hasSameSizeAs(PACKS.countries());
    PACKS
        .countries()
        .forEach(
            (country, pack) ->
                assertThat(back.of(country).orElseThrow().saysTheSameAs(pack))
                    .as(country.code())
                    .isTrue());
    assertThat(new Published(back).hash()).isEqualTo(new Published(PACKS).hash());
  }

  @Test
  void anEditedSetIsReadBackAsEdited() {
    Packs edited = PACKS.with(spain("P3M", "P2M"));
    Packs back = Packs.from(new Published(edited).set());
    assertThat(back.of(SPAIN).orElseThrow().saysTheSameAs(PACKS.of(SPAIN).orElseThrow())).isFalse();
    assertThat(back.of(SPAIN).orElseThrow().saysTheSameAs(edited.of(SPAIN).orElseThrow())).isTrue();
  }

  private static CountryPack spain(String was, String will) {
    String text = PackReader.text("packs/ES.yaml");
    String edited = text.replaceFirst("(grace: .*)" + was, "$1" + will);
    assertThat(edited).isNotEqualTo(text);
    return Packs.read("ES", edited);
  }
}

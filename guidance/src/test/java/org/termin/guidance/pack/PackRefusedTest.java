package org.termin.guidance.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.words.Language;
import tools.jackson.databind.JsonNode;

class PackRefusedTest {
  private static final PackSchema SCHEMA = PackSchema.load();
  private static final String POLAND = PackReader.text("packs/PL.yaml");

  @ParameterizedTest(name = "without \"{0}\"")
  @ValueSource(
      strings = {
        "country: PL",
        "as-of: 2026-04-21\n\nfacts",
        "    checked: 2026-11-21\n",
        "    confidence: high\n",
        "      - {url:"
            + " \"https://pcr-legal.pl/en/polish-travel-document-for-a-foreigner-what-is-it\","
            + " dated: \"2024-06-06\"}\n",
        ", dated: \"2024-06-06\"",
        "          ru: \"Сделайте profil zaufany для MOS.\"\n",
        "        - facts: [PL-RP-PASSPORT]\n          text:",
      })
  void aPackWithoutWhatItOwesItsReadersIsRefused(String part) {
    String without =
        part.endsWith("facts") || part.endsWith("text:")
            ? POLAND.replaceFirst(
                java.util.regex.Pattern.quote(part),
                part.endsWith("text:") ? "        - text:" : "facts")
            : part.contains("pcr-legal")
                ? POLAND.replaceAll("(?m)^ +- \\{url: .*\\n", "")
                : POLAND.replace(part, "");
    assertThat(without).isNotEqualTo(POLAND);
    assertThat(SCHEMA.errors(yaml(without))).isNotEmpty();
  }

  @Test
  void aFieldNobodyKnowsIsRefused() {
    assertThat(SCHEMA.errors(yaml(POLAND + "extra: 1\n"))).isNotEmpty();
  }

  @Test
  void thePacksThemselvesAreSound() {
    assertThat(SCHEMA.errors(yaml(POLAND))).isEmpty();
    assertThat(SCHEMA.errors(yaml(PackReader.text("packs/ES.yaml")))).isEmpty();
  }

  @Test
  void oneTextUnderTwoLanguagesIsRefused() {
    assertThatThrownBy(
            () ->
                new LocalText(
                    Map.of(Language.BE, "Тэкст", Language.RU, "Текст", Language.EN, "Текст")))
        .hasMessageContaining("two languages");
    assertThatThrownBy(() -> new LocalText(Map.of(Language.BE, "Тэкст", Language.RU, "Текст")))
        .hasMessageContaining("missing in en");
  }

  @ParameterizedTest
  @CsvSource({
    "Схадзіце ў консульства",
    "Ask your embassy",
    "Как гражданин Беларуси",
    "Belarusian citizens",
    "Здайце стары пашпарт",
    "Get the New Belarus passport"
  })
  void noTextSaysThis(String text) {
    assertThat(BannedWords.load().inText(text)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"See https://mos.cudzoziemcy.gov.pl", "Глядзіце на termin.org", "www.example.pl"})
  void noTextMessageHoldsALink(String text) {
    assertThat(BannedWords.load().inSms(text)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "Пашпарт: пачніце сёння",
    "ВНЖ до 10.02.2027",
    "Residence permit by Friday",
    "Падайце ў MOS",
    "Документ 2",
    "Спытайце юрыста"
  })
  void noDiscreetMessageSaysThis(String text) {
    assertThat(BannedWords.load().inDiscreet(text)).isPresent();
  }

  @Test
  void adviceCentresMayBeNamed() {
    assertThat(BannedWords.load().inText("бясплатная кансультацыя, консультация, a consultant"))
        .isEmpty();
  }

  @Test
  void aSoftHyphenNeitherHidesAWordNorMakesOne() {
    BannedWords banned = BannedWords.load();
    assertThat(banned.inText("Go to the con\u00ADsulate.")).isPresent();
    assertThat(banned.inText("Consul\u00ADtations a month")).isEmpty();
  }

  private static JsonNode yaml(String text) {
    return PackReader.parse("a pack", text, JsonNode.class);
  }
}

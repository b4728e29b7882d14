package org.termin.tracker.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.organiser.Role;

/** The sheet for a wall: an address to scan, a code to type, and nothing about anybody. */
class PosterTest {
  private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
  private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"");
  private static final int QUIET = 4;

  private final Site site = Site.shared();

  private static String sheet(Guest who) {
    assertThat(who.opens("/o/poster")).isEqualTo(200);
    return who.browser().text();
  }

  private String codeOf(UUID community) {
    return site.door
        .store
        .jdbc(org.termin.database.Role.NOTIFIER)
        .sql("select join_code from organiser.community where id = ?")
        .param(community)
        .query(String.class)
        .single();
  }

  /** What a phone reads off the drawing. */
  private static String scanned(String page) throws Exception {
    Matcher side = SIDE.matcher(page);
    assertThat(side.find()).isTrue();
    int size = Integer.parseInt(side.group(1)) - 2 * QUIET;
    BitMatrix squares = new BitMatrix(size);
    SQUARE
        .matcher(page)
        .results()
        .forEach(
            one ->
                squares.set(
                    Integer.parseInt(one.group(1)) - QUIET,
                    Integer.parseInt(one.group(2)) - QUIET));
    return new Decoder().decode(squares).getText();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void theCodeIsTypedAndOnlyTheAddressIsScanned(Role role) throws Exception {
    String page = sheet(site.newcomer(role, site.community).guest());
    assertThat(scanned(page)).isEqualTo(Guest.ORIGIN);
    assertThat(page)
        .contains("<p class=\"joincode\">" + codeOf(site.community) + "</p>")
        .contains("<p class=\"address\">" + Guest.ORIGIN + "</p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://termin.example", "http://localhost:8080"})
  void everyAddressCanBeScanned(String address) throws Exception {
    AddressCode code = AddressCode.of(address);
    assertThat(scanned("viewBox=\"0 0 %d 0\" %s".formatted(code.size(), code.path())))
        .isEqualTo(address);
  }

  @Test
  void anOnionAddressFitsToo() throws Exception {
    String address = "http://" + "termin7".repeat(8) + ".onion";
    AddressCode code = AddressCode.of(address);
    assertThat(scanned("viewBox=\"0 0 %d 0\" %s".formatted(code.size(), code.path())))
        .isEqualTo(address);
  }

  @Test
  void itShowsTheCodeOfNoOtherCommunityAndNoName() {
    UUID another = site.community();
    assertThat(sheet(site.first))
        .doesNotContain(codeOf(another), another.toString(), site.community.toString());
  }

  @Test
  void itSpeaksThreeLanguagesAndNamesNeitherACountryNorAKindOfDocument() {
    String page = sheet(site.first);
    String printed = page.substring(page.indexOf("<section"), page.indexOf("</main>"));
    assertThat(printed)
        .contains("lang=\"be\"", "lang=\"ru\"", "lang=\"en\"")
        .contains("Калі сканчаецца ваш дакумент?", "When does your document run out?");
    for (String word : List.of("елар", "elarus", "ашпарт", "аспорт", "assport", "permit")) {
      assertThat(printed).doesNotContain(word);
    }
  }
}

package org.termin.contract.organiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeyAddressTest {
  @ParameterizedTest
  @CsvSource({
    "'', localhost, http://localhost:8080",
    "http://127.0.0.1:9000, localhost, http://localhost:9000",
    "http://[::1]:9000, localhost, http://localhost:9000",
    "https://termin.example, termin.example, https://termin.example",
    "HTTPS://Termin.Example:8443/, termin.example, https://termin.example:8443",
    "http://localhost:8080, localhost, http://localhost:8080"
  })
  void isTheNameAndPlaceBrowsersBindPasskeysTo(String url, String name, String origin) {
    assertThat(PasskeyAddress.of(url, 8080)).isEqualTo(new PasskeyAddress(name, origin));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://203.0.113.5",
        "https://[2001:db8::1]:8443",
        "https://termin@termin.example",
        "https:///termin",
        "https://termin example",
        "termin.example"
      })
  void isRefusedInOneSentenceWhereThereIsNone(String url) {
    assertThatThrownBy(() -> PasskeyAddress.of(url, 8080))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TERMIN_PUBLIC_URL has to be an address with a name");
  }
}

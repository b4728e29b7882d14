package org.termin.contract.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.words.ContactParse.Accepted;
import org.termin.contract.words.ContactParse.Refusal;
import org.termin.contract.words.ContactParse.Refused;
import org.termin.contract.words.ContactParse.Warning;

class ContactTest {

  @ParameterizedTest
  @CsvSource({
    "+48 500 600 700, +48500600700",
    "0048500600700, +48500600700",
    "+370 612 34567, +37061234567",
    "+995 555 12 34 56, +995555123456",
    "+34 612 34 56 78, +34612345678",
    "+1 416 555 0123, +14165550123",
    "+7 701 234 56 78, +77012345678"
  })
  void aMobileNumberIsAccepted(String typed, String normal) {
    assertThat(Contact.parse(Channel.SMS, typed))
        .isInstanceOfSatisfying(
            Accepted.class,
            accepted -> {
              assertThat(accepted.contact().value()).isEqualTo(normal);
              assertThat(accepted.warnings()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "+375 29 123 45 67, REGIME_ROUTE",
    "00375291234567, REGIME_ROUTE",
    "＋375291234567, REGIME_ROUTE",
    "+7 916 123 45 67, RUSSIAN_ROUTE",
    "+48 703 300 000, PREMIUM",
    "+48 801 700 700, SHARED_COST",
    "+881 612 345 678, SATELLITE",
    "+870 773 123 456, SATELLITE",
    "+882 16 12345678, SATELLITE",
    "+48 22 123 45 67, NO_TEXTS",
    "+48 800 123 456, NO_TEXTS",
    "500 600 700, NO_COUNTRY_CODE",
    "+48 1, UNREADABLE",
    "+48500600700 ext. 5, UNREADABLE",
    "hello, UNREADABLE",
    "'', UNREADABLE"
  })
  void aNumberWeDoNotTextIsRefusedWithItsReason(String typed, Refusal reason) {
    assertThat(Contact.parse(Channel.SMS, typed)).isEqualTo(new Refused(reason));
  }

  @Test
  void aRussianNumberIsWarnedAboutWhereTheOperatorAllowsIt() {
    assertThat(Contact.parse(Channel.SMS, "+79161234567", RussianRoutes.ALLOWED))
        .isInstanceOfSatisfying(
            Accepted.class,
            accepted -> assertThat(accepted.warnings()).containsExactly(Warning.RUSSIAN_ROUTE));
  }

  @Test
  void noSwitchAllowsABelarusianNumber() {
    assertThat(Contact.parse(Channel.SMS, "+375291234567", RussianRoutes.ALLOWED))
        .isEqualTo(new Refused(Refusal.REGIME_ROUTE));
  }

  @ParameterizedTest
  @CsvSource({
    "Nina@Example.ORG, nina@example.org",
    "' a.b+c@mail.example.pl ', a.b+c@mail.example.pl",
    "x@пример.com, x@xn--e1afmkfd.com"
  })
  void aMailAddressIsNormalised(String typed, String normal) {
    assertThat(Contact.parse(Channel.EMAIL, typed))
        .isInstanceOfSatisfying(
            Accepted.class, accepted -> assertThat(accepted.contact().value()).isEqualTo(normal));
  }

  @ParameterizedTest
  @CsvSource({
    "a@tut.by, REGIME_ROUTE",
    "a@Mail.BY, REGIME_ROUTE",
    "a@почта.бел, REGIME_ROUTE",
    "a@mail.ru, RUSSIAN_ROUTE",
    "a@inbox.ru, RUSSIAN_ROUTE",
    "a@yandex.com, RUSSIAN_ROUTE",
    "a@mx.yandex.kz, RUSSIAN_ROUTE",
    "a@vk.com, RUSSIAN_ROUTE",
    "a@почта.рф, RUSSIAN_ROUTE",
    "a, UNREADABLE",
    "a@b, UNREADABLE",
    "@example.org, UNREADABLE",
    "a b@example.org, UNREADABLE",
    "a@example..org, UNREADABLE",
    "a@[127.0.0.1], UNREADABLE",
    "'a@example.org, b@example.org', UNREADABLE"
  })
  void aMailboxWeDoNotWriteToIsRefusedWithItsReason(String typed, Refusal reason) {
    assertThat(Contact.parse(Channel.EMAIL, typed)).isEqualTo(new Refused(reason));
  }

  @Test
  void aRussianMailboxIsWarnedAboutWhereTheOperatorAllowsIt() {
    assertThat(Contact.parse(Channel.EMAIL, "a@yandex.ru", RussianRoutes.ALLOWED))
        .isInstanceOfSatisfying(
            Accepted.class,
            accepted -> assertThat(accepted.warnings()).containsExactly(Warning.RUSSIAN_ROUTE));
  }

  @Test
  void aKnownContactIsJudgedAgainBeforeItIsUsed() {
    assertThat(Contact.check(Contact.of("+375291234567"), RussianRoutes.ALLOWED))
        .isEqualTo(new Refused(Refusal.REGIME_ROUTE));
    assertThat(Contact.check(Contact.of("a@tut.by"), RussianRoutes.ALLOWED))
        .isEqualTo(new Refused(Refusal.REGIME_ROUTE));
  }

  @Test
  void aContactPrintsItselfMasked() {
    assertThat(Contact.of("+48500600700")).hasToString("+48…00");
    assertThat(Contact.of("nina@example.org")).hasToString("n…@e….org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+", "+0123456789", "500600700", "Nina@example.org", "a@b\n.org"})
  void aContactThatExistsIsNormalised(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> Contact.of(value));
  }

  @Test
  void aPhoneKnowsWhatItsBudgetsAreCountedUnder() {
    PhoneNumber polish = new PhoneNumber("+48500600700");
    PhoneNumber canadian = new PhoneNumber("+14165550123");

    assertThat(polish.prefix()).isEqualTo("48500");
    assertThat(polish.region()).contains(new Country("PL"));
    assertThat(canadian.prefix()).isEqualTo("1416");
    assertThat(canadian.region()).contains(new Country("CA"));
    assertThat(new PhoneNumber("+9991234567").region()).isEmpty();
  }
}

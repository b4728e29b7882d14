package org.termin.contract.words;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.termin.contract.words.ContactParse.Accepted;
import org.termin.contract.words.ContactParse.Refusal;
import org.termin.contract.words.ContactParse.Refused;
import org.termin.contract.words.ContactParse.Warning;

/**
 * Which phone numbers we text. Numbers are told apart by libphonenumber, satellites by our own
 * list.
 */
final class PhoneRules {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final int BELARUS = 375;

  /**
   * Global mobile satellite codes, Inmarsat and the shared networks: typed MOBILE by the library.
   */
  private static final Set<Integer> SATELLITE = Set.of(870, 881, 882, 883);

  /** One code, two countries: whatever is not surely Kazakh counts as Russian. */
  private static final int RUSSIA_OR_KAZAKHSTAN = 7;

  private PhoneRules() {}

  static ContactParse parse(String written, RussianRoutes russian) {
    String text = withPlus(written.strip());
    if (text.length() > 40) {
      return new Refused(Refusal.UNREADABLE);
    }
    if (!text.startsWith("+") && !text.startsWith("＋")) {
      boolean digits = text.chars().filter(Character::isDigit).count() >= 5;
      return new Refused(digits ? Refusal.NO_COUNTRY_CODE : Refusal.UNREADABLE);
    }
    try {
      return judge(NUMBERS.parse(text, null), russian);
    } catch (NumberParseException e) {
      return new Refused(Refusal.UNREADABLE);
    }
  }

  /** 0048… is how many people write +48…. */
  private static String withPlus(String text) {
    return text.startsWith("00") ? "+" + text.substring(2) : text;
  }

  private static ContactParse judge(Phonenumber.PhoneNumber number, RussianRoutes russian) {
    // before validity, so that a malformed Belarusian number gets the honest answer too
    if (number.getCountryCode() == BELARUS) {
      return new Refused(Refusal.REGIME_ROUTE);
    }
    if (SATELLITE.contains(number.getCountryCode())) {
      return new Refused(Refusal.SATELLITE);
    }
    if (number.hasExtension() || !NUMBERS.isValidNumber(number)) {
      return new Refused(Refusal.UNREADABLE);
    }
    return switch (NUMBERS.getNumberType(number)) {
      case PREMIUM_RATE -> new Refused(Refusal.PREMIUM);
      case SHARED_COST -> new Refused(Refusal.SHARED_COST);
      case MOBILE -> route(number, russian, EnumSet.noneOf(Warning.class));
      case FIXED_LINE_OR_MOBILE, VOIP, PERSONAL_NUMBER, UNKNOWN ->
          route(number, russian, EnumSet.of(Warning.MAY_NOT_TAKE_TEXTS));
      case FIXED_LINE, TOLL_FREE, PAGER, UAN, VOICEMAIL -> new Refused(Refusal.NO_TEXTS);
    };
  }

  private static ContactParse route(
      Phonenumber.PhoneNumber number, RussianRoutes russian, EnumSet<Warning> warnings) {
    if (isNorthAmerican(number)) {
      // there mobiles and landlines share their ranges, so the warning would mean nothing
      warnings.remove(Warning.MAY_NOT_TAKE_TEXTS);
    }
    if (isRussian(number)) {
      if (russian == RussianRoutes.REFUSED) {
        return new Refused(Refusal.RUSSIAN_ROUTE);
      }
      warnings.add(Warning.RUSSIAN_ROUTE);
    }
    return new Accepted(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)), warnings);
  }

  private static boolean isNorthAmerican(Phonenumber.PhoneNumber number) {
    return number.getCountryCode() == 1
        && NUMBERS.getNumberType(number) == PhoneNumberType.FIXED_LINE_OR_MOBILE;
  }

  private static boolean isRussian(Phonenumber.PhoneNumber number) {
    return number.getCountryCode() == RUSSIA_OR_KAZAKHSTAN
        && !"KZ".equals(NUMBERS.getRegionCodeForNumber(number));
  }

  static String prefix(PhoneNumber phone) {
    int calling = known(phone).map(Phonenumber.PhoneNumber::getCountryCode).orElse(0);
    int length = calling == 0 ? 3 : String.valueOf(calling).length();
    return phone.value().substring(1, Math.min(phone.value().length(), 1 + length + 3));
  }

  static Optional<Country> region(PhoneNumber phone) {
    // the library says 001 for numbers of no country
    return known(phone).map(NUMBERS::getRegionCodeForNumber).flatMap(Country::of);
  }

  private static Optional<Phonenumber.PhoneNumber> known(PhoneNumber phone) {
    try {
      return Optional.of(NUMBERS.parse(phone.value(), null));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}

package org.termin.contract.words;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.termin.contract.words.ContactParse.Accepted;
import org.termin.contract.words.ContactParse.Refusal;
import org.termin.contract.words.ContactParse.Refused;
import org.termin.contract.words.ContactParse.Warning;

/** Which mailboxes we write to. Domains are compared in their ASCII form, lower case. */
final class MailRules {

  /** .by, .бел: under the law of the state that wants to read them. */
  private static final Set<String> REGIME_ENDS = Set.of("by", "xn--90ais");

  /** .ru, .su, .рф, .дети, .москва, .рус, .tatar, .moscow. */
  private static final Set<String> RUSSIAN_ENDS =
      Set.of("ru", "su", "xn--p1ai", "xn--d1acj3b", "xn--80adxhks", "xn--p1acf", "tatar", "moscow");

  /** The mail.ru, Yandex, VK and Rambler families beyond .ru. */
  private static final Set<String> RUSSIAN_HOUSES =
      Set.of(
          "yandex.com",
          "yandex.net",
          "yandex.kz",
          "yandex.ua",
          "yandex.uz",
          "yandex.com.tr",
          "yandex.com.am",
          "yandex.com.ge",
          "yandex.az",
          "yandex.co.il",
          "yandex.kg",
          "yandex.lt",
          "yandex.lv",
          "yandex.md",
          "yandex.ee",
          "yandex.pl",
          "yandex.eu",
          "yandex.fr",
          "yandex.tj",
          "yandex.tm",
          "yandex.org",
          "mail.ua",
          "mail.kz",
          "vk.com",
          "vk.company",
          "vkontakte.com",
          "myrambler.com");

  private MailRules() {}

  static ContactParse parse(String written, RussianRoutes russian) {
    return normalised(written).map(mail -> route(mail, russian)).orElse(unreadable());
  }

  private static ContactParse unreadable() {
    return new Refused(Refusal.UNREADABLE);
  }

  private static Optional<EmailAddress> normalised(String written) {
    String text = written.strip();
    int at = text.lastIndexOf('@');
    if (at < 1 || text.length() > EmailAddress.LONGEST) {
      return Optional.empty();
    }
    try {
      String domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      return Optional.of(
          new EmailAddress(
              text.substring(0, at).toLowerCase(Locale.ROOT)
                  + "@"
                  + domain.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ContactParse route(EmailAddress mail, RussianRoutes russian) {
    String domain = mail.domain();
    String end = domain.substring(domain.lastIndexOf('.') + 1);
    if (REGIME_ENDS.contains(end)) {
      return new Refused(Refusal.REGIME_ROUTE);
    }
    if (!RUSSIAN_ENDS.contains(end) && !isOneOf(domain, RUSSIAN_HOUSES)) {
      return new Accepted(mail, Set.of());
    }
    return switch (russian) {
      case REFUSED -> new Refused(Refusal.RUSSIAN_ROUTE);
      case ALLOWED -> new Accepted(mail, Set.of(Warning.RUSSIAN_ROUTE));
    };
  }

  private static boolean isOneOf(String domain, Set<String> houses) {
    return houses.stream().anyMatch(house -> domain.equals(house) || domain.endsWith("." + house));
  }
}

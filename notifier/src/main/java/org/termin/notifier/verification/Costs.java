package org.termin.notifier.verification;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.BudgetKeys.Scope;
import org.termin.contract.words.Contact;
import org.termin.contract.words.EmailAddress;
import org.termin.contract.words.PhoneNumber;
import org.termin.notifier.verification.Budgets.Claim;

/** What a message nobody is owed takes from which budgets: codes, samples, notices. */
@Component
public class Costs {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private final Budgets budgets;
  private final CodeLimits limits;

  Costs(Budgets budgets, CodeLimits limits) {
    this.budgets = budgets;
    this.limits = limits;
  }

  /**
   * Takes what one message to that contact costs; if too much is used, when there is room again.
   */
  public Optional<Room> refused(Contact contact, Instant now) {
    return budgets
        .refused(of(contact), now)
        .map(claim -> new Room(claim.end(now), claim.end(now).plus(claim.window())));
  }

  /** The next window of the budget that was used up. */
  public record Room(Instant from, Instant to) {}

  private List<Claim> of(Contact contact) {
    Claim destination =
        new Claim(Scope.CODE_DESTINATION, contact.value(), DAY, limits.destination(), 1);
    return switch (contact) {
      case EmailAddress _ -> List.of(destination);
      case PhoneNumber phone -> {
        int country = countryCode(phone);
        yield List.of(
            destination,
            new Claim(Scope.CODE_PREFIX, prefix(phone, country), HOUR, limits.prefix(), 1),
            new Claim(Scope.CODE_PREFIX_DAY, prefix(phone, country), DAY, limits.prefixDay(), 1),
            new Claim(Scope.CODE_COUNTRY, "+" + country, DAY, limits.country(), 1),
            new Claim(Scope.CODE_MONEY, "", DAY, limits.money(), limits.price()));
      }
    };
  }

  private static String prefix(PhoneNumber phone, int country) {
    int length = 1 + Integer.toString(country).length() + 3;
    return phone.value().substring(0, Math.min(length, phone.value().length()));
  }

  private static int countryCode(PhoneNumber phone) {
    try {
      return NUMBERS.parse(phone.value(), null).getCountryCode();
    } catch (NumberParseException e) {
      // a number nobody can place shares one budget with all others of its kind
      return 0;
    }
  }
}

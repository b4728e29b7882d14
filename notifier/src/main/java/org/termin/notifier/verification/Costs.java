package org.termin.notifier.verification;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.BudgetKeys.Scope;
import org.termin.contract.words.Contact;
import org.termin.contract.words.EmailAddress;
import org.termin.contract.words.PhoneNumber;
import org.termin.notifier.channel.Credentials;
import org.termin.notifier.verification.Budgets.Claim;

/**
 * What a message nobody is owed takes from which budgets: codes, samples, notices. Where texts can
 * be answered, a part of each is kept for phones that write to us: a script can fill in pages, but
 * has a phone for few of its numbers.
 */
@Component
public class Costs {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private final Budgets budgets;
  private final CodeLimits limits;
  private final boolean phonesCanWrite;

  Costs(Budgets budgets, CodeLimits limits, Credentials credentials) {
    this.budgets = budgets;
    this.limits = limits;
    this.phonesCanWrite = limits.keeps() && credentials.takesAnswers();
  }

  /**
   * Takes what one message to that contact costs; if too much is used, when there is room again.
   */
  public Optional<Room> refused(Contact contact, Instant now) {
    return refused(contact, Lane.PAGE, now);
  }

  Optional<Room> refused(Contact contact, Lane lane, Instant now) {
    return budgets
        .refused(of(contact, lane), now)
        .map(
            claim ->
                new Room(
                    claim.end(now),
                    claim
                        .end(now)
                        .plus(
                            switch (lane) {
                              case PAGE -> claim.window();
                              // ranges take turns by the hour, so nobody need wait all day for one
                              case PHONE -> HOUR;
                            })));
  }

  /** When to look again: any moment between the two. */
  public record Room(Instant from, Instant to) {}

  private List<Claim> of(Contact contact, Lane lane) {
    Claim destination =
        new Claim(Scope.CODE_DESTINATION, contact.value(), DAY, limits.destination(), 1);
    return switch (contact) {
      case EmailAddress _ -> List.of(destination);
      case PhoneNumber phone -> {
        String country = "+" + countryCode(phone);
        String prefix = prefix(phone, country);
        List<Claim> claims = new ArrayList<>();
        claims.add(destination);
        claims.add(new Claim(Scope.CODE_PREFIX, prefix, HOUR, limits.prefix(), 1));
        claims.add(new Claim(Scope.CODE_PREFIX_DAY, prefix, DAY, limits.prefixDay(), 1));
        claims.add(new Claim(Scope.CODE_COUNTRY, country, DAY, limits.country(), 1));
        claims.add(new Claim(Scope.CODE_MONEY, "", DAY, limits.money(), limits.price()));
        if (phonesCanWrite) {
          claims.addAll(ofLane(lane, prefix, country));
        }
        yield claims;
      }
    };
  }

  private List<Claim> ofLane(Lane lane, String prefix, String country) {
    return switch (lane) {
      case PAGE ->
          List.of(
              new Claim(Scope.PAGE_PREFIX, prefix, HOUR, limits.open(limits.prefix()), 1),
              new Claim(Scope.PAGE_PREFIX_DAY, prefix, DAY, limits.open(limits.prefixDay()), 1),
              new Claim(Scope.PAGE_COUNTRY, country, DAY, limits.open(limits.country()), 1),
              new Claim(Scope.PAGE_MONEY, "", DAY, limits.open(limits.money()), limits.price()));
      // no more than is kept in each range: whoever rents some does not use up the country's
      case PHONE ->
          List.of(
              new Claim(Scope.PHONE_PREFIX, prefix, HOUR, limits.kept(limits.prefix()), 1),
              new Claim(Scope.PHONE_PREFIX_DAY, prefix, DAY, limits.kept(limits.prefixDay()), 1));
    };
  }

  /** The range a number belongs to: country calling code and three digits. */
  static String prefix(PhoneNumber phone) {
    return prefix(phone, "+" + countryCode(phone));
  }

  private static String prefix(PhoneNumber phone, String country) {
    return phone.value().substring(0, Math.min(country.length() + 3, phone.value().length()));
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

package org.termin.notifier.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.BudgetKeys.Scope;
import org.termin.contract.words.Contact;
import org.termin.contract.words.EmailAddress;
import org.termin.contract.words.PhoneNumber;
import org.termin.notifier.verification.AtOnce.Notice.About;
import org.termin.notifier.verification.Budgets.Claim;

/**
 * What a warning takes from which budgets. Each kind has its own: sign-ups, samples and the other
 * kind cannot use it up, only warnings to contacts that have proved themselves, and somebody would
 * need many of these in one range. A warning that a contact was replaced costs whoever causes it
 * such a contact, so it cannot be caused for ever.
 */
@Component
public class WarningCosts {
  private static final Duration DAY = Duration.ofDays(1);

  private final Budgets budgets;
  private final Costs costs;
  private final WarningLimits limits;
  private final CodeLimits codes;

  WarningCosts(Budgets budgets, Costs costs, WarningLimits limits, CodeLimits codes) {
    this.budgets = budgets;
    this.costs = costs;
    this.limits = limits;
    this.codes = codes;
  }

  /** Takes what one costs, from what pages may send once its own is used up; false if both are. */
  public boolean takes(Contact to, About about, Instant now) {
    return budgets.refused(own(to, about), now).isEmpty() || costs.refused(to, now).isEmpty();
  }

  private List<Claim> own(Contact to, About about) {
    String kind = about.name() + " ";
    Claim destination =
        new Claim(Scope.WARNING_DESTINATION, kind + to.value(), DAY, limits.destination(), 1);
    return switch (to) {
      case EmailAddress _ -> List.of(destination);
      case PhoneNumber phone ->
          List.of(
              destination,
              new Claim(Scope.WARNING_PREFIX, kind + Costs.prefix(phone), DAY, limits.prefix(), 1),
              new Claim(Scope.WARNING_MONEY, kind, DAY, limits.money(), codes.price()));
    };
  }
}

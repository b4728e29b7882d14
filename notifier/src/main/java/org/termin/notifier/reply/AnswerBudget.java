package org.termin.notifier.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.BudgetKeys;
import org.termin.contract.sealed.BudgetKeys.Scope;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Contact;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.verification.Budgets;
import org.termin.notifier.verification.Budgets.Claim;

/** Whoever writes to us can make us write back, but not often and not for much money. */
@Component
class AnswerBudget {

  private static final Duration DAY = Duration.ofDays(1);

  private final Budgets budgets;
  private final AnswerLimits limits;
  private final Keyring keys;
  private final JdbcClient db;

  AnswerBudget(Budgets budgets, AnswerLimits limits, Keyring keys, JdbcClient db) {
    this.budgets = budgets;
    this.limits = limits;
    this.keys = keys;
    this.db = db;
  }

  /** Takes what one message there costs; false if too much is used today. */
  boolean takes(Contact to, Instant now) {
    Claim destination =
        new Claim(Scope.ANSWER_DESTINATION, to.value(), DAY, limits.destination(), 1);
    Claim money = new Claim(Scope.ANSWER_MONEY, "", DAY, limits.money(), limits.price());
    List<Claim> claims =
        Stream.of(destination, money)
            .filter(claim -> claim == destination || to.channel() == Channel.SMS)
            .toList();
    return budgets.refused(claims, now).isEmpty();
  }

  /** Takes this week's only explanation: seven days from one to the next, under whatever epoch. */
  boolean takesExplanation(Contact to) {
    byte[][] names =
        keys.living().stream()
            .map(epoch -> BudgetKeys.of(epoch, Scope.ANSWER_HELP, to.value(), Instant.EPOCH))
            .toArray(byte[][]::new);
    return db.sql(
                """
                insert into people.budget (key, key_epoch, ends_at, used)
                select :name, :epoch, app.now() + interval '7 days', 1
                 where not exists (
                   select from people.budget where key = any(:names) and ends_at > app.now())
                on conflict (key) do update set ends_at = excluded.ends_at
                 where budget.ends_at <= app.now()
                """)
            .param("name", names[0])
            .param("epoch", keys.newest().number())
            .param("names", names)
            .update()
        == 1;
  }
}

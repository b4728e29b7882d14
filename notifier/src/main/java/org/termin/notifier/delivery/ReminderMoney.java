package org.termin.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.BudgetKeys.Scope;
import org.termin.contract.words.Channel;
import org.termin.guidance.text.SmsLimits;
import org.termin.notifier.channel.Text;
import org.termin.notifier.verification.Budgets;
import org.termin.notifier.verification.Budgets.Claim;

/**
 * The money of the reminders, apart from that of codes: neither can spend the other's. Taken in the
 * transaction that claims, so that a crash can only leave too much taken, and given back when
 * surely nothing was sent. What does not fit waits; it is never left out.
 */
@Component
public class ReminderMoney {

  private static final Duration DAY = Duration.ofDays(1);

  private final Budgets budgets;
  private final JdbcClient db;
  private final ReminderLimits limits;
  private final boolean free;

  ReminderMoney(
      Budgets budgets,
      JdbcClient db,
      ReminderLimits limits,
      @Value("${termin.recording:false}") boolean recording) {
    this.budgets = budgets;
    this.db = db;
    this.limits = limits;
    this.free = recording;
  }

  /** The price of a message in ten-thousandths; mail and recordings cost nothing. */
  long price(Channel channel, Text text) {
    return free || channel == Channel.EMAIL ? 0 : limits.price() * SmsLimits.segments(text.plain());
  }

  /** Whether the day's money suffices; with little time left the reserve counts too. */
  boolean suffices(long price, boolean pressing, Instant now) {
    return price == 0 || budgets.hasRoom(claim(price, pressing), now);
  }

  /** Takes an attempt's price; false, and nothing taken, where the money is spent. */
  boolean take(UUID attempt, long price, boolean pressing, Instant now) {
    if (price == 0) {
      return true;
    }
    if (budgets.refused(List.of(claim(price, pressing)), now).isPresent()) {
      return false;
    }
    db.sql("update ledger.attempt set cost = ?, day = ? where id = ?")
        .param(price)
        .param(now.atOffset(ZoneOffset.UTC).toLocalDate())
        .param(attempt)
        .update();
    return true;
  }

  /** What today's texts have cost so far, in ten-thousandths. */
  long spent(Instant now) {
    return budgets.used(claim(0, false), now);
  }

  /**
   * Gives back what an attempt took, to the day it took it from: nothing was sent, or it was
   * refused. To be called in the transaction that records so; once, however often it is called.
   */
  public void giveBack(UUID attempt) {
    db.sql(
            """
            update ledger.attempt a set cost = 0
              from (select id, cost, day from ledger.attempt where id = ? for update) was
             where a.id = was.id and was.cost > 0
            returning was.cost, was.day
            """)
        .param(attempt)
        .query((row, _) -> new Taken(row.getLong("cost"), row.getObject("day", LocalDate.class)))
        .optional()
        .ifPresent(
            taken ->
                budgets.giveBack(
                    claim(taken.price, false), taken.day.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  private record Taken(long price, LocalDate day) {}

  private Claim claim(long price, boolean pressing) {
    long most = limits.money() + (pressing ? limits.reserve() : 0);
    return new Claim(Scope.REMINDER_MONEY, "", DAY, most, price);
  }
}

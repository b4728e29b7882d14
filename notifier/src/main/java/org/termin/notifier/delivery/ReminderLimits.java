package org.termin.notifier.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What reminders may cost on one UTC day, in ten-thousandths of the provider's currency.
 *
 * @param money for all texts; mail costs nothing
 * @param reserve what messages with at most 72 hours left may take beyond it
 * @param price of one segment; 0: nothing is counted
 */
@ConfigurationProperties("termin.reminders")
public record ReminderLimits(
    @DefaultValue("2000000") long money,
    @DefaultValue("1000000") long reserve,
    @DefaultValue("800") long price) {

  public ReminderLimits {
    if (money < 0 || reserve < 0 || price < 0) {
      throw new IllegalArgumentException("limits of money are not negative");
    }
  }
}

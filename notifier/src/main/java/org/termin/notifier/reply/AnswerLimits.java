package org.termin.notifier.reply;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What answers may cost, apart from codes and reminders.
 *
 * @param destination messages to one contact in a day (UTC) that answers may cause
 * @param money in a day, in ten-thousandths of the provider's currency
 * @param price of one text, in ten-thousandths
 */
@ConfigurationProperties("termin.answers")
record AnswerLimits(
    @DefaultValue("10") long destination,
    @DefaultValue("500000") long money,
    @DefaultValue("800") long price) {}

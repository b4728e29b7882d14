package org.termin.notifier.verification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What warnings may cost before they take from what pages may send, for each kind of warning.
 *
 * @param destination warnings to one contact in a day (UTC)
 * @param prefix by text to one range of numbers in a day
 * @param money for texts in a day, in ten-thousandths of the provider's currency
 */
@ConfigurationProperties("termin.warnings")
record WarningLimits(
    @DefaultValue("2") long destination,
    @DefaultValue("10") long prefix,
    @DefaultValue("200000") long money) {}

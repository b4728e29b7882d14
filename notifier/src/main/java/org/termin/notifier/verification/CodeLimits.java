package org.termin.notifier.verification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What codes may cost: messages for each destination and day, prefix and hour, country and day, and
 * money for each day, in ten-thousandths of the provider's currency.
 */
@ConfigurationProperties("termin.codes")
record CodeLimits(
    @DefaultValue("3") long destination,
    @DefaultValue("10") long prefix,
    @DefaultValue("500") long country,
    @DefaultValue("300000") long money,
    @DefaultValue("800") long price,
    @DefaultValue("5") int tries,
    @DefaultValue("10m") Duration valid,
    @DefaultValue("24h") Duration unconfirmed,
    @DefaultValue("96h") Duration unsent) {}

package org.termin.notifier.verification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What codes may cost: messages for each destination and day, prefix and hour, prefix and day,
 * country and day, and money for each day, in ten-thousandths of the provider's currency. One
 * country takes two thirds of the day's money at most, so that its abuse leaves room for the
 * others; one prefix, which a fraudster rents, a sixth of that.
 */
@ConfigurationProperties("termin.codes")
record CodeLimits(
    @DefaultValue("3") long destination,
    @DefaultValue("10") long prefix,
    @DefaultValue("40") long prefixDay,
    @DefaultValue("250") long country,
    @DefaultValue("300000") long money,
    @DefaultValue("800") long price,
    @DefaultValue("5") int tries,
    @DefaultValue("10m") Duration valid,
    @DefaultValue("24h") Duration unconfirmed,
    @DefaultValue("96h") Duration unsent) {}

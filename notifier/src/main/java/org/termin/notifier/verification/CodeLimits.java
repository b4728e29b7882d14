package org.termin.notifier.verification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What codes may cost: messages for each destination and day, prefix and hour, prefix and day,
 * country and day, and money for each day, in ten-thousandths of the provider's currency. One
 * country takes two thirds of the day's money at most, so that its abuse leaves room for the
 * others; one prefix, which a fraudster rents, a sixth of that.
 *
 * @param kept how many of a hundred are kept for phones that write to us, of all but the first
 */
@ConfigurationProperties("termin.codes")
record CodeLimits(
    @DefaultValue("3") long destination,
    @DefaultValue("10") long prefix,
    @DefaultValue("40") long prefixDay,
    @DefaultValue("250") long country,
    @DefaultValue("300000") long money,
    @DefaultValue("800") long price,
    @DefaultValue("40") int kept,
    @DefaultValue("5") int tries,
    @DefaultValue("10m") Duration valid,
    @DefaultValue("24h") Duration unconfirmed,
    @DefaultValue("96h") Duration unsent) {

  CodeLimits {
    if (kept < 0 || kept > 90) {
      throw new IllegalArgumentException("termin.codes.kept is at most 90 of a hundred");
    }
  }

  boolean keeps() {
    return kept > 0;
  }

  /** Of so many, what phones that write to us may take in one range: never nothing. */
  long kept(long most) {
    return Math.max(1, most * kept / 100);
  }

  /** Of so many, what anybody may take: never nothing. */
  long open(long most) {
    return Math.max(1, most - most * kept / 100);
  }
}

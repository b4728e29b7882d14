package org.termin.notifier.epoch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long keys live, always by the real clock.
 *
 * @param epoch after which the next key is made
 * @param empty how long every count must have found nothing under an old key before it goes
 * @param late how long after a second newer key was made an old one may still be there unnoticed
 * @param batch how many records are sealed anew in one transaction
 */
@ConfigurationProperties("termin.keys")
record EpochSettings(
    @DefaultValue("14d") Duration epoch,
    @DefaultValue("24h") Duration empty,
    @DefaultValue("3d") Duration late,
    @DefaultValue("50") int batch) {
  EpochSettings {
    if (epoch.compareTo(Duration.ofDays(1)) < 0 || empty.compareTo(Duration.ofHours(24)) < 0) {
      throw new IllegalArgumentException(
          "termin.keys.epoch is a day at least, and termin.keys.empty 24 hours");
    }
  }
}

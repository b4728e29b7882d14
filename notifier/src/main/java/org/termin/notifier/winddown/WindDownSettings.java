package org.termin.notifier.winddown;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.termin.notifier.keys.WindDownLog;

/**
 * How a service ends.
 *
 * @param notice days that everybody has after they were told
 * @param telling days in which everybody is told, at first; a day more for as long as somebody
 *     waits
 * @param proposal how long a first operator's word waits for a second one
 * @param copies days after the last one in which the provider may still be asked to delete its
 *     copies
 */
@ConfigurationProperties("termin.wind-down")
record WindDownSettings(
    @DefaultValue("7") int notice,
    @DefaultValue("3") int telling,
    @DefaultValue("7d") Duration proposal,
    @DefaultValue("3") int copies) {
  WindDownSettings {
    if (notice < WindDownLog.NOTICE_DAYS || telling < 1 || copies < 1) {
      throw new IllegalArgumentException(
          "termin.wind-down.notice is 7 days at least: so much time is promised to everybody");
    }
  }
}

package org.termin.scheduler.ledger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the ledger is scanned.
 *
 * @param every the pause between two scans
 * @param batch the most rows one statement queues
 * @param window the most rows that may be queued and unclaimed
 * @param republish how long a queued row may stay unclaimed before it is said again
 * @param silence without a committed scan for so long, the watchdog scans
 */
@ConfigurationProperties("termin.scan")
public record ScanSettings(
    Duration every, int batch, int window, Duration republish, Duration silence) {
  public ScanSettings {
    if (every.toMillis() < 1 || republish.toMillis() < 1 || silence.toMillis() < 1) {
      throw new IllegalArgumentException("termin.scan: durations must be positive");
    }
    if (republish.compareTo(Duration.ofHours(1)) > 0) {
      // the store refuses to let a row be put away for longer
      throw new IllegalArgumentException("termin.scan.republish must not exceed one hour");
    }
    if (batch < 1 || window < 1) {
      throw new IllegalArgumentException("termin.scan: batch and window must be positive");
    }
  }
}

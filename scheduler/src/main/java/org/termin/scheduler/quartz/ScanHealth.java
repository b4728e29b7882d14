package org.termin.scheduler.quartz;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.termin.scheduler.ledger.Ledger;

/** Whether somebody scans; part of readiness. */
@Component("scanHealthIndicator")
final class ScanHealth implements HealthIndicator {
  private final Ledger ledger;

  ScanHealth(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Health health() {
    // a simulated clock jumps over hours, so its heartbeat says nothing about silence
    var scans = ledger.simulated() || !ledger.silent();
    return scans ? Health.up().build() : Health.down().build();
  }
}

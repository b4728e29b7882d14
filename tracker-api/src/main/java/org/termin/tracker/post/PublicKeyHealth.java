package org.termin.tracker.post;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The door is not ready until there is a key it can seal with. */
@Component("publicKeyHealthIndicator")
class PublicKeyHealth implements HealthIndicator {
  private final PublicKeys keys;

  PublicKeyHealth(PublicKeys keys) {
    this.keys = keys;
  }

  @Override
  public Health health() {
    return keys.newest().isPresent() ? Health.up().build() : Health.down().build();
  }
}

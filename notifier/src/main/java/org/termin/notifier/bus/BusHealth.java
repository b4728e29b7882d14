package org.termin.notifier.bus;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/** Not ready once a listener has died: a notifier that hears nothing must not look well. */
@Component("bus")
final class BusHealth implements HealthIndicator {
  private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers;

  BusHealth(List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers) {
    this.containers = containers;
  }

  @Override
  public Health health() {
    for (var container : containers) {
      boolean whole =
          container.isRunning()
              && container.isInExpectedState()
              && container.getContainers().stream()
                  .allMatch(child -> child.isRunning() && child.isInExpectedState());
      if (!whole) {
        return Health.down()
            .withDetail("listener", String.valueOf(container.getBeanName()))
            .build();
      }
    }
    return Health.up().build();
  }
}

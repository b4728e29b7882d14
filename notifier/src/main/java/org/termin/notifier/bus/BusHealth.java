package org.termin.notifier.bus;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;

/** Not ready once a listener has died: a notifier that hears nothing must not look well. */
@Component("bus")
final class BusHealth implements HealthIndicator {
  /** Members of a group are heard every three seconds. */
  private static final Duration SILENT = Duration.ofSeconds(20);

  private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers;
  private final Alarms alarms;

  BusHealth(List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers, Alarms alarms) {
    this.containers = containers;
    this.alarms = alarms;
  }

  /** Nobody may be asking for the health of this machine. */
  @Scheduled(
      fixedDelayString = "${termin.watch.every:60s}",
      initialDelayString = "${termin.watch.every:60s}")
  void look() {
    alarms.set(Alarm.LISTENER_STOPPED, health().getStatus().equals(Status.UP) ? 0 : 1);
    alarms.set(Alarm.BUS_AWAY, isAway() ? 1 : 0);
  }

  /**
   * No consumer has had an answer of the broker for a while; a member of a group has one always.
   */
  private boolean isAway() {
    return containers.stream()
        .flatMap(container -> container.metrics().values().stream())
        .flatMap(metrics -> metrics.values().stream())
        .filter(metric -> metric.metricName().name().equals("last-heartbeat-seconds-ago"))
        .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
        .allMatch(seconds -> seconds < 0 || seconds > SILENT.toSeconds());
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

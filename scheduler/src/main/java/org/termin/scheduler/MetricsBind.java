package org.termin.scheduler;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.termin.contract.metrics.MetricsPort;

/** The figures' own port, where TERMIN_METRICS_BIND asks for one. */
@Configuration
class MetricsBind {

  @Bean
  MetricsPort metricsPort(
      @Value("${termin.metrics.bind:}") String bind, PrometheusRegistry figures) {
    try {
      return MetricsPort.open(bind, figures);
    } catch (IOException e) {
      throw new CannotStart(String.valueOf(e.getMessage()), e);
    }
  }
}

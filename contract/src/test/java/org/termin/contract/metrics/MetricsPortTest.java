package org.termin.contract.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsPortTest {
  private final PrometheusRegistry figures = new PrometheusRegistry();

  @Test
  void showsTheFiguresOnOneAddress() throws Exception {
    Gauge.builder().name("termin_alarm").help("h").register(figures).set(1);
    try (MetricsPort port = MetricsPort.open("127.0.0.1:0", figures);
        HttpClient http = HttpClient.newHttpClient()) {
      URI address = URI.create("http://127.0.0.1:" + port.port() + "/metrics");
      assertThat(http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body())
          .contains("termin_alarm 1.0");
    }
  }

  @Test
  void isNotThereUnlessItIsAskedFor() throws IOException {
    try (MetricsPort port = MetricsPort.open(" ", figures)) {
      assertThat(port.port()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "no such host", "127.0.0.1:99999"})
  void refusesAnAddressThatIsNotOfThisMachine(String bind) {
    assertThatThrownBy(() -> MetricsPort.open(bind, figures))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("TERMIN_METRICS_BIND is " + bind);
  }
}

package org.termin.contract.metrics;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A port with a service's figures and nothing else, on one address of the operator's choice: what
 * operators decide, and what shows more than counts, stays on the loopback address. There is none
 * unless it is asked for.
 */
public final class MetricsPort implements AutoCloseable {
  /** The port that exporters of other programs have as well. */
  public static final int PORT = 9464;

  private final @Nullable HTTPServer server;

  private MetricsPort(@Nullable HTTPServer server) {
    this.server = server;
  }

  /**
   * Listens from now on.
   *
   * @param bind the address or name of this machine in the network of Prometheus, with a port where
   *     it is not {@link #PORT}; blank: nowhere
   * @throws IOException if nothing can listen there; its message names what was asked for
   */
  public static MetricsPort open(String bind, PrometheusRegistry figures) throws IOException {
    if (bind.isBlank()) {
      return new MetricsPort(null);
    }
    int colon = bind.lastIndexOf(':');
    boolean port = colon > 0 && bind.substring(colon + 1).matches("[0-9]{1,5}");
    try {
      return new MetricsPort(
          HTTPServer.builder()
              .inetAddress(InetAddress.getByName(port ? bind.substring(0, colon) : bind))
              .port(port ? Integer.parseInt(bind.substring(colon + 1)) : PORT)
              .registry(figures)
              .buildAndStart());
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(
          "TERMIN_METRICS_BIND is " + bind + ", and nothing of this machine can listen there.", e);
    }
  }

  /** The port it listens on; 0: none. */
  public int port() {
    return server == null ? 0 : server.getPort();
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
